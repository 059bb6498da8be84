package parley.model.connection;

import java.net.SocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One address that was tried: an {@link java.net.InetSocketAddress} or a {@link
 * java.net.UnixDomainSocketAddress}. Several may have been tried at a time (RFC 8305, 5).
 *
 * @param failureOrNull what went wrong, such as {@code connection refused}; null when it connected
 */
public record AddressTry(SocketAddress address, Duration duration, @Nullable String failureOrNull) {

  public Optional<String> failure() {
    return Optional.ofNullable(failureOrNull);
  }

  public boolean connected() {
    return failureOrNull == null;
  }
}
