package parley.model.connection;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One address that was tried.
 *
 * @param failureOrNull what went wrong, such as {@code connection refused}; null when it connected
 */
public record AddressTry(
    InetSocketAddress address, Duration duration, @Nullable String failureOrNull) {

  public Optional<String> failure() {
    return Optional.ofNullable(failureOrNull);
  }

  public boolean connected() {
    return failureOrNull == null;
  }
}
