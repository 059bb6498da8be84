package parley.store;

import java.time.Duration;
import parley.protocol.frame.ByteSize;

/**
 * How much history is kept. What is beyond goes, the oldest sessions first; open ones stay.
 *
 * @param maxAge since a session ended
 * @param maxSessions how many closed ones
 * @param maxSize of the files of all closed ones
 */
public record Retention(Duration maxAge, int maxSessions, ByteSize maxSize) {

  /** A month, a thousand sessions, 2 GB. */
  public static final Retention DEFAULT =
      new Retention(Duration.ofDays(30), 1000, ByteSize.ofMegabytes(2048));

  /** Everything stays. */
  public static final Retention UNLIMITED =
      new Retention(Duration.ofDays(1_000_000), Integer.MAX_VALUE, ByteSize.of(Long.MAX_VALUE));

  public Retention {
    if (maxAge.isNegative() || maxSessions < 0) {
      throw new IllegalArgumentException("a limit is not negative: " + maxAge + ", " + maxSessions);
    }
  }
}
