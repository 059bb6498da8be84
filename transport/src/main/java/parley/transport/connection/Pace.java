package parley.transport.connection;

import java.time.Duration;
import parley.protocol.frame.ByteSize;

/**
 * How the bytes of something sent are chopped, without regard for frames.
 *
 * @param piece how many bytes go out at once, at least one
 * @param delay the time from one piece to the next
 */
public record Pace(ByteSize piece, Duration delay) {

  public Pace {
    if (piece.bytes() < 1) {
      throw new IllegalArgumentException("a piece has at least one byte");
    }
    if (delay.isNegative()) {
      throw new IllegalArgumentException("a delay is not negative: " + delay);
    }
  }
}
