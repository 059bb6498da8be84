package parley.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import parley.protocol.frame.Bytes;

/** What a client and a server of different makers say to each other arrives as it was said. */
@ExtendWith(Peers.Extension.class)
@ParameterizedClass(name = "{0}")
@MethodSource("lines")
final class ConversationTest {

  /** Who talks to whom, and over what. */
  record Line(Maker client, Maker server, boolean secure, boolean compressed) {
    @Override
    public String toString() {
      return "%s to %s, %s, %s"
          .formatted(client, server, secure ? "TLS" : "plain", compressed ? "compressed" : "as is");
    }
  }

  private static final int MEGABYTE = 1 << 20;
  private static final int NORMAL = 1000;

  private final Line line;
  private final PeerClient client;
  private final PeerServer server;
  private boolean closed;

  ConversationTest(Line line, Peers peers) {
    this.line = line;
    server = peers.server(line.server());
    client = peers.client(line.client());
  }

  static Stream<Line> lines() {
    return Stream.of(Maker.WS, Maker.WEBSOCKETS, Maker.JETTY)
        .flatMap(maker -> Stream.of(new Maker[][] {{Maker.PARLEY, maker}, {maker, Maker.PARLEY}}))
        .flatMap(pair -> Stream.of(line(pair, false), line(pair, true)))
        .flatMap(plain -> Stream.of(plain, secure(plain)));
  }

  private static Line line(Maker[] pair, boolean compressed) {
    return new Line(pair[0], pair[1], false, compressed);
  }

  private static Line secure(Line plain) {
    return new Line(plain.client(), plain.server(), true, plain.compressed());
  }

  private void openEcho(String... subprotocols) {
    open(server.echoPort(line.secure()), List.of(subprotocols));
  }

  private void openObeying() {
    open(server.obeyingPort(line.secure()), List.of());
  }

  private void open(int port, List<String> subprotocols) {
    var deflate = line.compressed() ? Deflate.PLAIN : Deflate.NONE;
    var scheme = line.secure() ? "wss" : "ws";
    var url = URI.create("%s://127.0.0.1:%d/%s".formatted(scheme, port, deflate.toQuery()));
    client.open(url, subprotocols, deflate);
    assertThat(client.next())
        .isInstanceOfSatisfying(
            Heard.Opened.class,
            opened -> {
              assertThat(opened.subprotocol()).isEqualTo(subprotocols.isEmpty() ? "" : "parley.v1");
              assertThat(opened.extensions().contains("permessage-deflate"))
                  .isEqualTo(line.compressed());
            });
  }

  @AfterEach
  void end() {
    if (!closed) {
      client.close(NORMAL, "");
      assertThat(client.next()).isEqualTo(new Heard.Closed(NORMAL, ""));
    }
  }

  private void echoes(String text) {
    client.text(text);
    assertThat(client.next()).isEqualTo(new Heard.Text(text));
  }

  private void echoes(Bytes payload) {
    client.binary(payload);
    assertThat(client.next()).isEqualTo(new Heard.Binary(payload));
  }

  @Test
  void textOfEveryScriptComesBack() {
    openEcho();
    echoes("hello");
    echoes("Grüße, κόσμε, 世界, \uD83C\uDF89, \u0000\u001E\r\n\uFEFF");
  }

  @Test
  void binaryOfEveryByteComesBack() {
    openEcho();
    var bytes = new byte[256];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    echoes(Bytes.of(bytes));
  }

  @Test
  void emptyMessagesComeBack() {
    openEcho();
    echoes("");
    echoes(Bytes.EMPTY);
    echoes("");
  }

  @Test
  void lengthsAtTheEdgesOfTheirFormsComeBack() {
    openEcho();
    for (int size : new int[] {1, 125, 126, 127, 65_535, 65_536}) {
      echoes(random(size));
    }
  }

  @Test
  void megabytesComeBack() {
    openEcho();
    echoes(random(MEGABYTE));
    echoes("ab🎉".repeat(MEGABYTE / 6));
  }

  private static Bytes random(int size) {
    var bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return Bytes.of(bytes);
  }

  @Test
  void fragmentsOfTheClientAreOneMessage() {
    openEcho();
    client.text("Grüße, ", "世", "界", "");
    assertThat(client.next()).isEqualTo(new Heard.Text("Grüße, 世界"));
  }

  @Test
  void fragmentsOfTheServerAreOneMessage() {
    openObeying();
    client.text("!fragments Grüße, 世 界");
    assertThat(client.next()).isEqualTo(new Heard.Text("Grüße,世界"));
  }

  @Test
  void laterMessagesMayReferToEarlierOnes() {
    openEcho();
    for (int i = 0; i < 50; i++) {
      echoes("{\"type\":\"tick\",\"symbol\":\"EURUSD\",\"price\":\"1.%05d\"}".formatted(i * 37));
    }
  }

  @Test
  void messagesSentWithoutWaitingKeepTheirOrder() {
    openEcho();
    for (int i = 0; i < 200; i++) {
      client.text("message " + i);
    }
    for (int i = 0; i < 200; i++) {
      assertThat(client.next()).isEqualTo(new Heard.Text("message " + i));
    }
  }

  @Test
  void pingOfTheClientIsAnswered() {
    openEcho();
    client.ping("are you there?");
    assertThat(client.next()).isEqualTo(new Heard.Pong("are you there?"));
  }

  @Test
  void pingOfTheServerIsAnswered() {
    openObeying();
    client.text("!ping here?");
    assertThat(client.next()).isEqualTo(new Heard.Ping("here?"));
    assertThat(client.next()).isEqualTo(new Heard.Text("pong here?"));
  }

  @Test
  void closeOfTheClientReachesTheServerWithCodeAndReason() {
    openObeying();
    closed = true;
    client.close(4001, "genug für heute");
    assertThat(client.next())
        .isInstanceOfSatisfying(
            Heard.Closed.class, heard -> assertThat(heard.code()).isEqualTo(4001));
    server.awaitClosed(new Heard.Closed(4001, "genug für heute"));
  }

  @Test
  void closeOfTheServerReachesTheClientWithCodeAndReason() {
    openObeying();
    closed = true;
    client.text("!close 4002 später");
    assertThat(client.next()).isEqualTo(new Heard.Closed(4002, "später"));
  }

  @Test
  void subprotocolIsAgreedOn() {
    openEcho("parley.v2", "parley.v1");
  }
}
