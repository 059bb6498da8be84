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

  public Optional<Duration> keepAlive() {
    return Optional.ofNullable(keepAliveOrNull);
  }
}
