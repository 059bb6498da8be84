package parley.model.collection;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * JavaScript around the steps, done only where it is allowed.
 *
 * @param beforeConnectOrNull before each handshake, which it may change
 * @param onMessageOrNull for each message received, before rules and steps see it
 * @param afterOrNull when the steps are over, however they ended
 */
public record Scripts(
    @Nullable Code beforeConnectOrNull,
    @Nullable Code onMessageOrNull,
    @Nullable Code afterOrNull) {

  /** No scripts. */
  public static final Scripts NONE = new Scripts(null, null, null);

  public Optional<Code> beforeConnect() {
    return Optional.ofNullable(beforeConnectOrNull);
  }

  public Optional<Code> onMessage() {
    return Optional.ofNullable(onMessageOrNull);
  }

  public Optional<Code> after() {
    return Optional.ofNullable(afterOrNull);
  }

  /** Those there are. */
  public Stream<Code> all() {
    return Stream.of(beforeConnect(), onMessage(), after()).flatMap(Optional::stream);
  }
}
