package parley.transport.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import parley.model.connection.KeepAlive;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.Bytes;
import parley.transport.fixture.Talk;
import parley.transport.fixture.Watcher;

/** Reading, holding back, and pings. */
@Timeout(30)
class ReceivingTest {

  private static final Bytes PING_OF_100_BYTES = Bytes.hex("8964" + "61".repeat(100));

  @Test
  void aPausedConnectionMakesThePeerWaitAndLosesNothing() throws IOException {
    var written = new AtomicLong();
    var total = 64 << 20;
    var done = new CompletableFuture<Void>();
    try (var session =
        new Session(talk -> {
          var frame = Bytes.hex("827e7ffc" + "00".repeat(0x7ffc));
          for (var sent = 0; sent < total; sent += frame.size()) {
            talk.send(frame);
            written.addAndGet(frame.size());
          }
          done.complete(null);
          talk.hang();
        })) {
      session.connection.pauseReading();
      awaitStandstill(written);
      assertThat(written.get()).isLessThan(total);
      assertThat(done).isNotDone();
      session.connection.resumeReading();
      Watcher.get(done);
      for (var received = 0; received < total; received += 0x8000) {
        session.watcher.await("binary 32764");
      }
    }
  }

  /** Waits until the peer's writes have been stuck for a while. */
  private static void awaitStandstill(AtomicLong written) {
    var last = -1L;
    var since = System.nanoTime();
    while (System.nanoTime() - since < Duration.ofMillis(300).toNanos() || last <= 0) {
      if (written.get() != last) {
        last = written.get();
        since = System.nanoTime();
      }
      Thread.onSpinWait();
    }
  }

  @Test
  void aPeerThatPingsAndNeverReadsIsHeldBack() throws IOException {
    var written = new AtomicLong();
    try (var _ =
        new Session(talk -> {
          var pings = Bytes.hex(PING_OF_100_BYTES.toHex().repeat(1000));
          while (true) {
            talk.send(pings);
            written.addAndGet(pings.size());
          }
        })) {
      awaitStandstill(written);
      // The kernel's buffers of both directions, and what we hold.
      assertThat(written.get()).isLessThan(64 << 20);
    }
  }

  @Test
  void theRoundTripOfAPingIsTaken() throws IOException {
    try (var session =
        new Session(talk -> {
          var ping = talk.read(2 + 4 + 2);
          var key = ping.slice(2, 6);
          talk.send(Bytes.hex("8a02" + unmasked(ping.slice(6, 8), key)));
          talk.hang();
        })) {
      session.connection.post(new Outgoing.Ping(Bytes.utf8("hi")));
      session.watcher.await("answered ping hi true");
      session.watcher.await("pong hi");
    }
  }

  private static String unmasked(Bytes payload, Bytes key) {
    var plain = payload.toArray();
    for (var i = 0; i < plain.length; i++) {
      plain[i] ^= key.at(i % 4);
    }
    return Bytes.of(plain).toHex();
  }

  @Test
  void aPongForALaterPingAnswersTheEarlierOnesToo() {
    var pings = new PingLedger();
    pings.sent(Bytes.utf8("a"));
    pings.sent(Bytes.utf8("b"));
    pings.sent(Bytes.utf8("c"));
    assertThat(pings.answered(Bytes.utf8("b"))).isPresent();
    assertThat(pings.answered(Bytes.utf8("a"))).isEmpty();
    assertThat(pings.isWaiting(Bytes.utf8("c"))).isTrue();
  }

  @Test
  void aPongForNoPingAnswersNothing() {
    assertThat(new PingLedger().answered(Bytes.EMPTY)).isEmpty();
  }

  @Test
  void onlyTheLatestPingsAreRemembered() {
    var pings = new PingLedger();
    for (var i = 0; i < 100; i++) {
      pings.sent(Bytes.utf8("p" + i));
    }
    assertThat(pings.isWaiting(Bytes.utf8("p35"))).isFalse();
    assertThat(pings.isWaiting(Bytes.utf8("p36"))).isTrue();
  }

  @Test
  void aKeepAliveWithoutAPongEndsTheConnection() throws IOException {
    var often = new KeepAlive(Duration.ofMillis(50), Duration.ofMillis(100));
    try (var session = new Session(spec -> spec.keepAlive(often), Talk::hang)) {
      session.watcher.await("closed PONG_TIMEOUT 1006");
    }
  }

  @Test
  void aKeepAliveWithPongsKeepsTheConnection() throws IOException {
    var often = new KeepAlive(Duration.ofMillis(20), Duration.ofMillis(1000));
    try (var session =
        new Session(
            spec -> spec.keepAlive(often),
            talk -> {
              for (var i = 0; i < 5; i++) {
                var ping = talk.read(2 + 4 + 8);
                talk.send(Bytes.hex("8a08" + unmasked(ping.slice(6, 14), ping.slice(2, 6))));
              }
              talk.send(Bytes.hex("810464 6f6e65".replace(" ", "")));
              talk.hang();
            })) {
      session.watcher.await("text done");
      assertThat(session.connection.isOpen()).isTrue();
    }
  }
}
