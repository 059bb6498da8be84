package parley.transport.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parley.model.connection.Attempt;
import parley.model.connection.ClientIdentity;
import parley.model.connection.ConnectSpec;
import parley.model.connection.TlsSpec;
import parley.model.connection.WsUrl;
import parley.protocol.deflate.DeflateOffer;
import parley.protocol.deflate.DeflatePolicy;
import parley.protocol.endpoint.CloseCode;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.ByteSize;
import parley.protocol.handshake.Header;
import parley.protocol.handshake.Refusal;
import parley.transport.connect.Connector;
import parley.transport.fixture.Certificates;
import parley.transport.fixture.Watcher;

/** The listening side, met by our own client and by hand. */
@Timeout(60)
class ListenerTest {

  private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

  private static final String UPGRADE =
      String.join(
          "\r\n",
          "GET / HTTP/1.1",
          "Host: localhost",
          "Upgrade: websocket",
          "Connection: Upgrade",
          "Sec-WebSocket-Version: 13",
          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
          "",
          "");

  private final Connector connector = new Connector();
  private final Watcher client = new Watcher();
  private final Watcher server = new Watcher();
  @TempDir private Path folder;

  @AfterEach
  void close() {
    connector.close();
  }

  private UpgradeAnswer accept(UpgradeRequest request) {
    return new UpgradeAnswer.Accept(null, DeflatePolicy.AS_OFFERED, List.of(), server);
  }

  private Listener open(ListenSpec.Builder spec) throws IOException {
    return Listener.open(spec.build(), this::accept);
  }

  private static WsUrl url(Listener listener) {
    return new WsUrl(false, "127.0.0.1", listener.port(), "/");
  }

  private Attempt connect(ConnectSpec.Builder spec) {
    return Watcher.get(connector.connect(spec.build(), client));
  }

  /** Sends {@code request} and reads the answer up to the server's end. */
  private static String talk(Listener listener, String request) throws IOException {
    try (var socket = new Socket(HERE, listener.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  @Test
  void messagesGoBothWays() throws IOException {
    try (var listener = open(ListenSpec.local())) {
      assertThat(connect(ConnectSpec.to(url(listener)))).isInstanceOf(Attempt.Open.class);
      client.connection().post(Outgoing.text("to the server"));
      server.await("text to the server");
      server.connection().post(Outgoing.text("to the client"));
      client.await("text to the client");
      server.connection().close(CloseStatus.of(CloseCode.GOING_AWAY));
      client.await("closed CLOSE_HANDSHAKE 1001");
      server.await("closed CLOSE_HANDSHAKE 1001");
    }
  }

  @Test
  void compressionIsAgreedOnAndUsed() throws IOException {
    try (var listener = open(ListenSpec.local())) {
      var spec =
          ConnectSpec.to(url(listener))
              .deflateOffers(List.of(DeflateOffer.PLAIN.withServerMaxWindowBits(9)));
      var open = (Attempt.Open) connect(spec);
      assertThat(open.deflate().orElseThrow().serverMaxWindowBits()).isEqualTo(9);
      client.connection().post(Outgoing.text("again ".repeat(1000)));
      server.await("text again again");
    }
  }

  @Test
  void theOwnerSeesTheRequestAndChoosesTheAnswer() throws IOException {
    var seen = new CompletableFuture<UpgradeRequest>();
    Function<UpgradeRequest, UpgradeAnswer> owner =
        request -> {
          seen.complete(request);
          return new UpgradeAnswer.Accept(
              "mqtt", DeflatePolicy.OFF, List.of(new Header("X-Served-By", "me")), server);
        };
    try (var listener = Listener.open(ListenSpec.local().build(), owner)) {
      var spec =
          ConnectSpec.to(url(listener))
              .subprotocols(List.of("chat", "mqtt"))
              .deflateOffers(List.of(DeflateOffer.PLAIN));
      var open = (Attempt.Open) connect(spec);
      assertThat(open.subprotocol()).contains("mqtt");
      assertThat(open.deflate()).isEmpty();
      assertThat(open.answer().first("X-Served-By")).contains("me");
      assertThat(Watcher.get(seen).head().all("Sec-WebSocket-Protocol"))
          .containsExactly("chat, mqtt");
      assertThat(Watcher.get(seen).remote().getPort())
          .isEqualTo(((InetSocketAddress) open.evidence().local().orElseThrow()).getPort());
    }
  }

  @Test
  void theOwnerMayReject() throws IOException {
    Function<UpgradeRequest, UpgradeAnswer> owner =
        _ -> new UpgradeAnswer.Reject(Refusal.of(401, "Who Are You", List.of(), "log in"));
    try (var listener = Listener.open(ListenSpec.local().build(), owner)) {
      var rejected = (Attempt.Rejected) connect(ConnectSpec.to(url(listener)));
      assertThat(rejected.answer().status()).isEqualTo(401);
      assertThat(rejected.body().toText()).isEqualTo("log in");
    }
  }

  @Test
  void anOwnerThatThrowsIsA500() throws IOException {
    var reported = new CompletableFuture<Throwable>();
    Function<UpgradeRequest, UpgradeAnswer> owner =
        _ -> {
          var thread = Thread.currentThread();
          thread.setUncaughtExceptionHandler((_, fault) -> reported.complete(fault));
          throw new IllegalStateException("a fault of the test's own");
        };
    try (var listener = Listener.open(ListenSpec.local().build(), owner)) {
      var rejected = (Attempt.Rejected) connect(ConnectSpec.to(url(listener)));
      assertThat(rejected.answer().status()).isEqualTo(500);
      assertThat(Watcher.get(reported)).hasMessage("a fault of the test's own");
    }
  }

  @Test
  void aPlainRequestIsToldToUpgrade() throws IOException {
    try (var listener = open(ListenSpec.local())) {
      assertThat(talk(listener, "GET / HTTP/1.1\r\nHost: a\r\n\r\n"))
          .startsWith("HTTP/1.1 426 ")
          .contains("Sec-WebSocket-Version: 13");
    }
  }

  @Test
  void aRequestWithoutKeyIsBad() throws IOException {
    try (var listener = open(ListenSpec.local())) {
      assertThat(talk(listener, UPGRADE.replaceAll("Sec-WebSocket-Key.*\r\n", "")))
          .startsWith("HTTP/1.1 400 ");
    }
  }

  @Test
  void whatIsNoHttpIsBad() throws IOException {
    try (var listener = open(ListenSpec.local())) {
      assertThat(talk(listener, "\u0016\u0003\u0001\u0002\u0000")).startsWith("HTTP/1.1 400 ");
    }
  }

  @Test
  void aHeadAboveTheLimitIsRefused() throws IOException {
    try (var listener = open(ListenSpec.local().maxHead(ByteSize.ofKilobytes(1)))) {
      assertThat(talk(listener, "GET / HTTP/1.1\r\nX: " + "x".repeat(2000)))
          .startsWith("HTTP/1.1 431 ");
    }
  }

  @Test
  void aClientThatSaysNothingIsLetGo() throws IOException {
    try (var listener = open(ListenSpec.local().handshakeTimeout(Duration.ofMillis(100)))) {
      assertThat(talk(listener, "GET / HTTP/1.1\r\n")).isEmpty();
    }
  }

  @Test
  void oneConnectionTooManyIsAnswered503AndRoomIsMadeAgain() throws IOException {
    try (var listener = open(ListenSpec.local().maxConnections(1))) {
      assertThat(connect(ConnectSpec.to(url(listener)))).isInstanceOf(Attempt.Open.class);
      assertThat(talk(listener, UPGRADE)).startsWith("HTTP/1.1 503 ");
      client.connection().abort();
      server.await("closed RESET");
      var next = connector.connect(ConnectSpec.to(url(listener)).build(), new Watcher());
      assertThat(Watcher.get(next)).isInstanceOf(Attempt.Open.class);
    }
  }

  @Test
  void closingTheListenerClosesItsConnectionsWith1001() throws IOException {
    var listener = open(ListenSpec.local());
    connect(ConnectSpec.to(url(listener)));
    listener.close();
    client.await("closed CLOSE_HANDSHAKE 1001");
    server.await("closed CLOSE_HANDSHAKE");
    var late = connect(ConnectSpec.to(new WsUrl(false, "127.0.0.1", port(client), "/")));
    assertThat(late).isInstanceOf(Attempt.Failed.class);
  }

  private static int port(Watcher watcher) {
    return ((InetSocketAddress) watcher.connection().remote()).getPort();
  }

  @Test
  void closingDoesNotWaitLongerThanTheTimeoutForAClientThatIsStuck() throws IOException {
    var listener = open(ListenSpec.local().closeTimeout(Duration.ofMillis(100)));
    connect(ConnectSpec.to(url(listener)));
    var paused = new CompletableFuture<Void>();
    client.connection().pauseReading();
    client.connection().schedule(Duration.ZERO, () -> paused.complete(null));
    Watcher.get(paused);
    listener.close();
    server.await("closed CLOSE_TIMEOUT");
  }

  @Test
  void anAddressInUseSaysSo() throws IOException {
    try (var listener = open(ListenSpec.local())) {
      var again = ListenSpec.at(listener.address());
      assertThatThrownBy(() -> open(again))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(Integer.toString(listener.port()));
    }
  }

  @Test
  void framesBehindTheRequestInTheSameReadAreSeen() throws IOException {
    try (var listener = open(ListenSpec.local());
        var socket = new Socket(HERE, listener.port())) {
      var frame = "\u0081\u0082\u0000\u0000\u0000\u0000hi";
      socket.getOutputStream().write((UPGRADE + frame).getBytes(StandardCharsets.ISO_8859_1));
      server.await("text hi");
    }
  }

  @Test
  void aMadeCertificateIsTrustedThroughItsPem() throws IOException {
    var identity = ServerIdentity.forLocalhost();
    var pem = Files.writeString(folder.resolve("ca.pem"), identity.toPem());
    try (var listener = open(ListenSpec.local().tls(identity))) {
      var tls = TlsSpec.DEFAULT.withAuthorities(List.of(pem));
      for (var host : List.of("localhost", "127.0.0.1")) {
        var spec = ConnectSpec.to(new WsUrl(true, host, listener.port(), "/")).tls(tls);
        var attempt = Watcher.get(connector.connect(spec.build(), new Watcher()));
        assertThat(attempt).as(attempt.toString()).isInstanceOf(Attempt.Open.class);
      }
    }
  }

  @Test
  void messagesGoBothWaysOverTlsAndItsEndIsOrderly() throws IOException {
    var identity = ServerIdentity.forLocalhost();
    try (var listener = open(ListenSpec.local().tls(identity))) {
      var url = new WsUrl(true, "localhost", listener.port(), "/");
      connect(ConnectSpec.to(url).tls(TlsSpec.DEFAULT.withVerify(false)));
      client.connection().post(Outgoing.text("x".repeat(100_000)));
      server.await("text xxx");
      server.connection().post(Outgoing.text("y".repeat(1_000_000)));
      client.await("text yyy");
      client.connection().close(CloseStatus.of(CloseCode.NORMAL));
      client.await("closed CLOSE_HANDSHAKE 1000");
      server.await("closed CLOSE_HANDSHAKE 1000");
    }
  }

  @Test
  void abortResetsAlsoOverTls() throws IOException {
    try (var listener = open(ListenSpec.local().tls(ServerIdentity.forLocalhost()))) {
      var url = new WsUrl(true, "localhost", listener.port(), "/");
      connect(ConnectSpec.to(url).tls(TlsSpec.DEFAULT.withVerify(false)));
      client.connection().abort();
      server.await("closed RESET 1006");
    }
  }

  @Test
  void clientCertificatesCanBeRequired() throws IOException {
    var authority = Certificates.AUTHORITY.chain();
    var seen = new CompletableFuture<UpgradeRequest>();
    Function<UpgradeRequest, UpgradeAnswer> owner =
        request -> {
          seen.complete(request);
          return accept(request);
        };
    var spec = ListenSpec.local().tls(ServerIdentity.forLocalhost()).clientAuthorities(authority);
    var material = Certificates.forHosts("client");
    var identity =
        new ClientIdentity.Pem(
            Certificates.certificates(folder.resolve("client.pem"), material),
            Certificates.key(folder.resolve("client.key"), material),
            null);
    try (var listener = Listener.open(spec.build(), owner)) {
      var url = new WsUrl(true, "localhost", listener.port(), "/");
      connect(ConnectSpec.to(url).tls(TlsSpec.DEFAULT.withVerify(false).withIdentity(identity)));
      var facts = Watcher.get(seen).tls().orElseThrow();
      assertThat(facts.chain()).isEqualTo(material.chain());
      assertThat(facts.verified()).isTrue();
    }
  }

  @Test
  void pemFilesMakeAnIdentity() throws IOException {
    var material = Certificates.forLocalhost();
    var identity =
        ServerIdentity.ofPem(
            Certificates.certificates(folder.resolve("server.pem"), material),
            Certificates.key(folder.resolve("server.key"), material));
    assertThat(identity.chain()).isEqualTo(material.chain());
    assertThat(identity.key()).isEqualTo(material.key());
  }
}
