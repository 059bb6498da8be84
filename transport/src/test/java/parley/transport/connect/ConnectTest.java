package parley.transport.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import parley.model.connection.Cause;
import parley.model.connection.ConnectSpec;
import parley.model.connection.Stage;
import parley.model.connection.WsUrl;
import parley.transport.fixture.Peer;
import parley.transport.fixture.Talk;
import parley.transport.fixture.Watcher;

/** Names, addresses, TCP and the way to an open connection. */
@Timeout(30)
class ConnectTest {

  private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

  private final Dialing dialing = new Dialing();

  @AfterEach
  void close() {
    dialing.close();
  }

  private static Peer upgrading() throws IOException {
    return Peer.doing(talk -> {
      talk.upgrade();
      talk.hang();
    });
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void everyStageIsReportedInItsOrder() throws IOException {
    try (var peer = upgrading()) {
      dialing.open(ConnectSpec.to(new WsUrl(false, "localhost", peer.port(), "/chat")));
      assertThat(dialing.watcher.soFar())
          .containsSubsequence(
              "resolving localhost",
              "resolved",
              "connecting 127.0.0.1",
              "tried connected",
              "upgrading /chat",
              "answered 101",
              "opened");
    }
  }

  @Test
  void everyStageIsTimedAndTheOthersHaveNoTime() throws IOException {
    try (var peer = upgrading()) {
      var open = dialing.open(ConnectSpec.to(peer.url()));
      var timings = open.evidence().timings();
      assertThat(timings.of(Stage.DNS)).isEmpty();
      assertThat(timings.of(Stage.TLS)).isEmpty();
      assertThat(timings.of(Stage.TCP)).hasValueSatisfying(time -> assertThat(time).isPositive());
      assertThat(timings.of(Stage.UPGRADE))
          .hasValueSatisfying(time -> assertThat(time).isPositive());
      assertThat(timings.total())
          .isGreaterThanOrEqualTo(
              timings.of(Stage.TCP).orElseThrow().plus(timings.of(Stage.UPGRADE).orElseThrow()));
    }
  }

  @Test
  void bytesSentAndReceivedAreKept() throws IOException {
    var request = new CompletableFuture<String>();
    try (var peer =
        Peer.doing(talk -> {
          var head = talk.readHead();
          request.complete(head);
          talk.send(Talk.answer(head, "X-Odd:  value \r\n"));
          talk.hang();
        })) {
      var evidence = dialing.open(ConnectSpec.to(peer.url())).evidence();
      assertThat(evidence.request().orElseThrow().encode().toText())
          .isEqualTo(Watcher.get(request));
      assertThat(evidence.received().toText())
          .isEqualTo(Talk.answer(Watcher.get(request), "X-Odd:  value \r\n"));
      assertThat(evidence.remote()).contains(new InetSocketAddress(HERE, peer.port()));
      assertThat(evidence.local()).isPresent();
    }
  }

  @Test
  void anUnknownNameFailsInDns() {
    var failed =
        dialing.failed(new WsUrl(false, "no.such.invalid", 80, "/"), Stage.DNS, Cause.NAME_UNKNOWN);
    assertThat(failed.text()).contains("no.such.invalid");
    assertThat(failed.evidence().timings().of(Stage.DNS)).isPresent();
    assertThat(failed.evidence().tries()).isEmpty();
  }

  @Test
  void aRefusedConnectionFailsInTcp() throws IOException {
    var url = new WsUrl(false, "127.0.0.1", freePort(), "/");
    var failed = dialing.failed(url, Stage.TCP, Cause.CONNECTION_REFUSED);
    assertThat(failed.text()).contains("127.0.0.1:" + url.port());
    assertThat(failed.evidence().timings().of(Stage.TCP)).isPresent();
  }

  @Test
  void closingTheConnectorCancelsWhatIsBeingOpened() throws IOException {
    try (var peer = Peer.doing(Talk::hang)) {
      var attempt =
          dialing.connector().connect(ConnectSpec.to(peer.url()).build(), dialing.watcher);
      dialing.watcher.await("upgrading");
      dialing.close();
      assertThat(Watcher.get(attempt))
          .hasFieldOrPropertyWithValue("cause", Cause.CANCELLED)
          .hasFieldOrPropertyWithValue("stage", Stage.UPGRADE);
    }
  }

  @Test
  void cancellingTheFutureEndsTheConnection() throws IOException {
    var end = new CompletableFuture<Boolean>();
    try (var peer =
        Peer.doing(talk -> {
          talk.readHead();
          end.complete(talk.readAll().isEmpty());
        })) {
      var attempt =
          dialing.connector().connect(ConnectSpec.to(peer.url()).build(), dialing.watcher);
      dialing.watcher.await("upgrading");
      attempt.cancel(true);
      assertThat(Watcher.get(end)).isTrue();
    }
  }
}
