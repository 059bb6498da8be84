package parley.transport.channel;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import parley.protocol.frame.Bytes;

/** The pings that wait for their pongs, oldest first. For the loop's thread. */
final class PingLedger {

  private record Sent(Bytes payload, long nanos) {}

  private static final int LIMIT = 64;

  private final ArrayDeque<Sent> waiting = new ArrayDeque<>();

  void sent(Bytes payload) {
    if (waiting.size() == LIMIT) {
      waiting.remove();
    }
    waiting.add(new Sent(payload, System.nanoTime()));
  }

  boolean isWaiting(Bytes payload) {
    return waiting.stream().anyMatch(ping -> ping.payload().equals(payload));
  }

  /**
   * The round trip of the latest ping with this payload. Earlier ones need no pong of their own any
   * more (RFC 6455, 5.5.3).
   */
  Optional<Duration> answered(Bytes payload) {
    if (!isWaiting(payload)) {
      return Optional.empty();
    }
    var pings = waiting.descendingIterator();
    var ping = pings.next();
    while (!ping.payload().equals(payload)) {
      ping = pings.next();
    }
    var match = ping;
    waiting.removeIf(older -> older.nanos() - match.nanos() <= 0);
    return Optional.of(Duration.ofNanos(System.nanoTime() - match.nanos()));
  }
}
