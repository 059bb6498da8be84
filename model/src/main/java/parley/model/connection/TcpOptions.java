package parley.model.connection;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Options of a TCP socket.
 *
 * @param noDelay whether small pieces are sent at once (RFC 9293, 3.7.4)
 * @param keepAliveOrNull how long a silent connection waits before it probes its peer (RFC 9293,
 *     3.8.4); null for no probes
 */
public record TcpOptions(boolean noDelay, @Nullable Duration keepAliveOrNull) {

  /** Sends at once and never probes. */
  public static final TcpOptions DEFAULT = new TcpOptions(true, null);

  private static final int MAX_KEEP_ALIVE_SECONDS = 32_767; // Linux takes no more.

  public TcpOptions {
    if (keepAliveOrNull != null && !isKeepAlive(keepAliveOrNull)) {
      throw new IllegalArgumentException(
          "a time for probes is 1 to 32767 whole seconds: " + keepAliveOrNull);
    }
  }

  /** Whether a system can wait for {@code time} before it probes: 1 to 32767 whole seconds. */
  public static boolean isKeepAlive(Duration time) {
    return time.compareTo(Duration.ofSeconds(1)) >= 0
        && time.compareTo(Duration.ofSeconds(MAX_KEEP_ALIVE_SECONDS)) <= 0
        && time.equals(Duration.ofSeconds(time.toSeconds()));
  }

  public Optional<Duration> keepAlive() {
    return Optional.ofNullable(keepAliveOrNull);
  }
}
