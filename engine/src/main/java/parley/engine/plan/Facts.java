package parley.engine.plan;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.protocol.endpoint.Closure;
import parley.protocol.handshake.Header;

/**
 * What is known of a connection beside its messages.
 *
 * @param statusOrNull of the handshake's answer, once there is one
 * @param headers of the handshake's answer; in a mock those of the request
 * @param subprotocolOrNull the one agreed on
 * @param closureOrNull how it ended, once it has
 */
public record Facts(
    @Nullable Integer statusOrNull,
    List<Header> headers,
    @Nullable String subprotocolOrNull,
    @Nullable Closure closureOrNull) {

  /** Nothing is known yet. */
  public static final Facts NONE = new Facts(null, List.of(), null, null);

  public Facts {
    headers = List.copyOf(headers);
  }

  public Optional<Integer> status() {
    return Optional.ofNullable(statusOrNull);
  }

  public Optional<String> subprotocol() {
    return Optional.ofNullable(subprotocolOrNull);
  }

  public Optional<Closure> closure() {
    return Optional.ofNullable(closureOrNull);
  }

  public Facts withClosure(Closure closure) {
    return new Facts(statusOrNull, headers, subprotocolOrNull, closure);
  }
}
