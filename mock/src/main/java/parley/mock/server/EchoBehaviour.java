package parley.mock.server;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How messages are echoed.
 *
 * @param delay how long each echo waits; zero for none
 * @param closeAfterMessagesOrNull the number of echoes after which the connection is closed with
 *     1000; null for no end
 * @param closeAfterOrNull the time after which it is closed with 1000; null for no end
 */
public record EchoBehaviour(
    Duration delay,
    @Nullable Integer closeAfterMessagesOrNull,
    @Nullable Duration closeAfterOrNull) {

  /** At once and without end. */
  public static final EchoBehaviour PLAIN = new EchoBehaviour(Duration.ZERO, null, null);

  public EchoBehaviour {
    if (delay.isNegative()) {
      throw new IllegalArgumentException("a delay is not negative: " + delay);
    }
    if (closeAfterMessagesOrNull != null && closeAfterMessagesOrNull < 1) {
      throw new IllegalArgumentException("a connection closes after one message at the earliest");
    }
  }

  public EchoBehaviour withDelay(Duration changed) {
    return new EchoBehaviour(changed, closeAfterMessagesOrNull, closeAfterOrNull);
  }

  public EchoBehaviour withCloseAfterMessages(int changed) {
    return new EchoBehaviour(delay, changed, closeAfterOrNull);
  }

  public EchoBehaviour withCloseAfter(Duration changed) {
    return new EchoBehaviour(delay, closeAfterMessagesOrNull, changed);
  }

  public Optional<Integer> closeAfterMessages() {
    return Optional.ofNullable(closeAfterMessagesOrNull);
  }

  public Optional<Duration> closeAfter() {
    return Optional.ofNullable(closeAfterOrNull);
  }
}
