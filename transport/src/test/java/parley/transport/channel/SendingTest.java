package parley.transport.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import parley.protocol.endpoint.CloseCode;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Closure;
import parley.protocol.endpoint.Framing;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.ByteSize;
import parley.protocol.frame.Bytes;
import parley.transport.connection.Delivery;
import parley.transport.connection.Pace;
import parley.transport.fixture.Talk;
import parley.transport.fixture.Watcher;

/** What a connection writes, when, and what it says of it. */
@Timeout(30)
class SendingTest {

  private static final Pace SINGLE_BYTES = new Pace(ByteSize.of(1), Duration.ofMillis(5));

  private static Outgoing raw(String text) {
    return new Outgoing.Raw(Bytes.utf8(text));
  }

  @Test
  void rawBytesArriveAsTheyAre() throws IOException {
    var got = new CompletableFuture<Bytes>();
    try (var session = new Session(talk -> got.complete(talk.read(4)))) {
      var sent = session.connection.send(new Outgoing.Raw(Bytes.hex("00ff8101")));
      assertThat(Watcher.get(sent)).isEqualTo(Delivery.WRITTEN);
      assertThat(Watcher.get(got)).isEqualTo(Bytes.hex("00ff8101"));
    }
  }

  @Test
  void messagesOfOneThreadArriveInTheirOrder() throws IOException {
    var got = new CompletableFuture<Bytes>();
    try (var session = new Session(talk -> got.complete(talk.read(2000)))) {
      var expected = new StringBuilder();
      for (var i = 0; i < 1000; i++) {
        var text = Integer.toString(10 + i % 90);
        expected.append(text);
        session.connection.post(raw(text));
      }
      assertThat(Watcher.get(got).toText()).isEqualTo(expected.toString());
    }
  }

  @Test
  void piecesGoOutWithTheirDelayBetweenThem() throws IOException {
    var arrivals = new CompletableFuture<List<Long>>();
    try (var session =
        new Session(talk -> {
          var nanos = new ArrayList<Long>();
          for (var i = 0; i < 4; i++) {
            talk.read(1);
            nanos.add(System.nanoTime());
          }
          arrivals.complete(nanos);
        })) {
      var pace = new Pace(ByteSize.of(1), Duration.ofMillis(20));
      var sent = session.connection.send(raw("abcd"), pace);
      var times = Watcher.get(arrivals);
      assertThat(Duration.ofNanos(times.getLast() - times.getFirst()))
          .isGreaterThan(Duration.ofMillis(40));
      assertThat(Watcher.get(sent)).isEqualTo(Delivery.WRITTEN);
    }
  }

  @Test
  void whatFollowsPiecesWaitsForThem() throws IOException {
    var got = new CompletableFuture<Bytes>();
    try (var session = new Session(talk -> got.complete(talk.read(9)))) {
      var _ = session.connection.send(raw("abcd"), SINGLE_BYTES);
      session.connection.post(raw("ef"));
      var _ = session.connection.send(raw("ghi"), SINGLE_BYTES);
      assertThat(Watcher.get(got).toText()).isEqualTo("abcdefghi");
    }
  }

  @Test
  void aMessageInFragmentsAndPiecesIsWhole() throws IOException {
    var got = new CompletableFuture<Bytes>();
    try (var session = new Session(talk -> got.complete(talk.read(3 * (2 + 4) + 6)))) {
      var framing = Framing.WHOLE.withFragment(ByteSize.of(2));
      var message = new Outgoing.Text(Bytes.utf8("abcdef"), framing);
      var sent = session.connection.send(message, SINGLE_BYTES);
      assertThat(Watcher.get(sent)).isEqualTo(Delivery.WRITTEN);
      assertThat(Watcher.get(got).at(8) & 0xFF).isZero(); // the second fragment's first byte
    }
  }

  @Test
  void nothingIsSentOnceTheCloseHasBegun() throws IOException {
    try (var session = new Session(Talk::hang)) {
      session.connection.close(CloseStatus.of(CloseCode.NORMAL));
      var late = session.connection.send(Outgoing.text("late"));
      assertThat(Watcher.get(late)).isEqualTo(Delivery.REFUSED);
    }
  }

  @Test
  void whatThePeerNeverTakesIsLost() throws IOException {
    try (var session = new Session(Talk::hang)) {
      var big = new Outgoing.Raw(Bytes.of(new byte[32 << 20]));
      var sent = session.connection.send(big);
      session.connection.abort();
      assertThat(Watcher.get(sent)).isEqualTo(Delivery.LOST);
    }
  }

  @Test
  void piecesThatStillWaitAreLostWithTheConnection() throws IOException {
    try (var session = new Session(Talk::hang)) {
      var pace = new Pace(ByteSize.of(1), Duration.ofSeconds(60));
      var sent = session.connection.send(raw("ab"), pace);
      session.connection.abort();
      assertThat(Watcher.get(sent)).isEqualTo(Delivery.LOST);
    }
  }

  @Test
  void aSlowPeerMakesTheConnectionUnwritableUntilItReads() throws IOException {
    var go = new CompletableFuture<Void>();
    try (var session =
        new Session(talk -> {
          Watcher.get(go);
          talk.read(32 << 20);
          talk.hang();
        })) {
      var sent = session.connection.send(new Outgoing.Raw(Bytes.of(new byte[32 << 20])));
      awaitTurn(session);
      assertThat(session.connection.isWritable()).isFalse();
      var writable = session.connection.whenWritable();
      assertThat(writable).isNotDone();
      go.complete(null);
      Watcher.get(writable);
      assertThat(Watcher.get(sent)).isEqualTo(Delivery.WRITTEN);
      assertThat(session.connection.isWritable()).isTrue();
    }
  }

  /** Waits until the connection's thread has done what it was asked for. */
  private static void awaitTurn(Session session) {
    var turn = new CompletableFuture<Void>();
    session.connection.schedule(Duration.ZERO, () -> turn.complete(null));
    Watcher.get(turn);
  }

  @Test
  void waitingToWriteEndsWithTheConnection() throws IOException {
    try (var session = new Session(Talk::hang)) {
      session.connection.post(new Outgoing.Raw(Bytes.of(new byte[32 << 20])));
      var writable = session.connection.whenWritable();
      session.connection.abort();
      Watcher.get(writable);
    }
  }

  @Test
  void aCallbackThatThrowsEndsItsConnectionAndIsReported() throws IOException {
    var reported = new CompletableFuture<Throwable>();
    try (var session = new Session(Talk::hang)) {
      session.connection.schedule(
          Duration.ZERO,
          () -> {
            var thread = Thread.currentThread();
            thread.setUncaughtExceptionHandler((_, fault) -> reported.complete(fault));
            throw new IllegalStateException("a fault of the test's own");
          });
      assertThat(Watcher.get(session.connection.closure()).ending())
          .isEqualTo(Closure.Ending.ABORT);
      assertThat(Watcher.get(reported)).hasMessage("a fault of the test's own");
    }
  }
}
