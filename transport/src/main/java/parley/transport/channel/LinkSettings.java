package parley.transport.channel;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.model.connection.KeepAlive;
import parley.protocol.endpoint.EndpointOptions;

/** How an open connection behaves. */
public record LinkSettings(
    EndpointOptions endpoint, Duration closeTimeout, @Nullable KeepAlive keepAliveOrNull) {

  Optional<KeepAlive> keepAlive() {
    return Optional.ofNullable(keepAliveOrNull);
  }
}
