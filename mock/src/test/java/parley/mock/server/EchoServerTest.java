package parley.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parley.model.connection.Attempt;
import parley.model.connection.ConnectSpec;
import parley.model.connection.TlsSpec;
import parley.model.connection.WsUrl;
import parley.protocol.deflate.DeflateOffer;
import parley.protocol.deflate.DeflatePolicy;
import parley.protocol.endpoint.Closure;
import parley.protocol.endpoint.MessageView;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.Bytes;
import parley.transport.connect.Connector;
import parley.transport.connection.Connection;
import parley.transport.connection.ConnectionObserver;
import parley.transport.listen.ListenSpec;
import parley.transport.listen.Listener;
import parley.transport.listen.ServerIdentity;
import parley.transport.listen.UpgradeAnswer;

/** A server that echoes, as a client sees it. */
@Timeout(60)
class EchoServerTest {

  private static final long DEADLINE_SECONDS = 20;

  private final Connector connector = new Connector();
  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
  private final CompletableFuture<Connection> opened = new CompletableFuture<>();
  @TempDir private Path folder;

  @AfterEach
  void close() {
    connector.close();
  }

  private final ConnectionObserver observer =
      new ConnectionObserver() {
        @Override
        public void opened(Connection connection) {
          opened.complete(connection);
        }

        @Override
        public void message(MessageView message) {
          var payload = Bytes.copyOf(message.payload());
          received.add(message.isText() ? payload.toText() : payload.toHex());
        }

        @Override
        public void pong(ByteBuffer payload) {
          received.add("pong " + Bytes.copyOf(payload).toText());
        }
      };

  private Attempt.Open open(ConnectSpec.Builder spec) throws Exception {
    var attempt = connector.connect(spec.build(), observer).get(DEADLINE_SECONDS, TimeUnit.SECONDS);
    assertThat(attempt).isInstanceOf(Attempt.Open.class);
    return (Attempt.Open) attempt;
  }

  private Connection connection() throws Exception {
    return opened.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
  }

  private String next() throws InterruptedException {
    return received.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
  }

  private Closure closure() throws Exception {
    return connection().closure().get(DEADLINE_SECONDS, TimeUnit.SECONDS);
  }

  private static EchoServer serve(UnaryOperator<EchoSpec> settings) throws IOException {
    return EchoServer.open(settings.apply(EchoSpec.of(ListenSpec.local().build())));
  }

  @Test
  void textBinaryAndPingsComeBack() throws Exception {
    try (var server = serve(spec -> spec)) {
      open(ConnectSpec.to(server.url()));
      connection().post(Outgoing.text("hello"));
      connection().post(Outgoing.binary(Bytes.hex("00ff")));
      connection().post(new Outgoing.Ping(Bytes.utf8("there?")));
      assertThat(next()).isEqualTo("hello");
      assertThat(next()).isEqualTo("00ff");
      assertThat(next()).isEqualTo("pong there?");
    }
  }

  @Test
  void anyPathIsServed() throws Exception {
    try (var server = serve(spec -> spec)) {
      var url = new WsUrl(false, "127.0.0.1", server.address().getPort(), "/any/path?at=all");
      open(ConnectSpec.to(url));
    }
  }

  @Test
  void theFirstSubprotocolThatIsSupportedIsTaken() throws Exception {
    try (var server = serve(spec -> spec.withSubprotocols(List.of("mqtt", "stomp")))) {
      var spec = ConnectSpec.to(server.url()).subprotocols(List.of("chat", "stomp", "mqtt"));
      assertThat(open(spec).subprotocol()).contains("stomp");
    }
  }

  @Test
  void withoutAListAnySubprotocolIsTaken() throws Exception {
    try (var server = serve(spec -> spec)) {
      var spec = ConnectSpec.to(server.url()).subprotocols(List.of("chat", "mqtt"));
      assertThat(open(spec).subprotocol()).contains("chat");
    }
  }

  @Test
  void compressionIsAcceptedAsOfferedUnlessItIsOff() throws Exception {
    var offer = List.of(DeflateOffer.USUAL.withServerNoContextTakeover());
    try (var server = serve(spec -> spec);
        var without = serve(spec -> spec.withDeflate(DeflatePolicy.OFF))) {
      var agreed = open(ConnectSpec.to(server.url()).deflateOffers(offer)).deflate().orElseThrow();
      assertThat(agreed.serverNoContextTakeover()).isTrue();
      connection().post(Outgoing.text("again ".repeat(100)));
      assertThat(next()).isEqualTo("again ".repeat(100));
      assertThat(open(ConnectSpec.to(without.url()).deflateOffers(offer)).deflate()).isEmpty();
    }
  }

  @Test
  void delayedEchoesKeepTheirOrder() throws Exception {
    var behaviour = EchoBehaviour.PLAIN.withDelay(Duration.ofMillis(50));
    try (var server = serve(spec -> spec.withBehaviour(behaviour))) {
      open(ConnectSpec.to(server.url()));
      var start = System.nanoTime();
      connection().post(Outgoing.text("one"));
      connection().post(Outgoing.text("two"));
      assertThat(next()).isEqualTo("one");
      assertThat(System.nanoTime() - start).isGreaterThan(Duration.ofMillis(50).toNanos());
      assertThat(next()).isEqualTo("two");
    }
  }

  @Test
  void moreThanMayBeDelayedIsHeldBackAndNotLost() throws Exception {
    var behaviour = EchoBehaviour.PLAIN.withDelay(Duration.ofMillis(20));
    try (var server = serve(spec -> spec.withBehaviour(behaviour))) {
      open(ConnectSpec.to(server.url()));
      var big = "x".repeat(400_000);
      for (var i = 0; i < 10; i++) {
        connection().post(Outgoing.text(big));
      }
      for (var i = 0; i < 10; i++) {
        assertThat(next()).isEqualTo(big);
      }
    }
  }

  @Test
  void itClosesAfterAsManyMessagesAsAsked() throws Exception {
    var behaviour = EchoBehaviour.PLAIN.withCloseAfterMessages(2);
    try (var server = serve(spec -> spec.withBehaviour(behaviour))) {
      open(ConnectSpec.to(server.url()));
      connection().post(Outgoing.text("one"));
      connection().post(Outgoing.text("two"));
      connection().post(Outgoing.text("three"));
      assertThat(closure().code().value()).isEqualTo(1000);
      assertThat(received).containsExactly("one", "two");
    }
  }

  @Test
  void itClosesAfterTheTimeAsked() throws Exception {
    var behaviour = EchoBehaviour.PLAIN.withCloseAfter(Duration.ofMillis(50));
    try (var server = serve(spec -> spec.withBehaviour(behaviour))) {
      open(ConnectSpec.to(server.url()));
      assertThat(closure().ending()).isEqualTo(Closure.Ending.CLOSE_HANDSHAKE);
      assertThat(closure().code().value()).isEqualTo(1000);
    }
  }

  @Test
  void aCertificateMadeOnTheSpotCanBeTrusted() throws Exception {
    var listen = ListenSpec.local().tls(ServerIdentity.forLocalhost()).build();
    try (var server = EchoServer.open(EchoSpec.of(listen))) {
      var pem = Files.writeString(folder.resolve("ca.pem"), server.certificatePem().orElseThrow());
      var tls = TlsSpec.DEFAULT.withAuthorities(List.of(pem));
      open(ConnectSpec.to(server.url()).tls(tls));
      connection().post(Outgoing.text("safe"));
      assertThat(next()).isEqualTo("safe");
    }
  }

  @Test
  void aClientThatNeverReadsIsHeldBack() throws Exception {
    try (var server = serve(spec -> spec)) {
      open(ConnectSpec.to(server.url()));
      connection().pauseReading();
      var sent = 0;
      var message = Bytes.of(new byte[1 << 20]);
      var stuck = false;
      while (!stuck && sent < 200) {
        var delivery = connection().send(Outgoing.binary(message));
        stuck = !isDoneSoon(delivery);
        sent++;
      }
      assertThat(stuck).as("held back after %d MB", sent).isTrue();
      connection().resumeReading();
      for (var i = 0; i < sent; i++) {
        assertThat(next()).hasSize(2 << 20);
      }
    }
  }

  private static boolean isDoneSoon(CompletableFuture<?> delivery) throws Exception {
    try {
      delivery.get(500, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException stuck) {
      return false;
    }
  }

  @Test
  void aClientCanEchoToo() throws Exception {
    try (var server =
        Listener.open(
            ListenSpec.local().build(),
            _ -> new UpgradeAnswer.Accept(null, DeflatePolicy.OFF, List.of(), observer))) {
      var url = new WsUrl(false, "127.0.0.1", server.port(), "/");
      var echo = new EchoObserver(EchoBehaviour.PLAIN);
      connector.connect(ConnectSpec.to(url).build(), echo).get(DEADLINE_SECONDS, TimeUnit.SECONDS);
      connection().post(Outgoing.text("come back"));
      assertThat(next()).isEqualTo("come back");
    }
  }
}
