package parley.model.collection;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How often something is done: until one of the limits is reached.
 *
 * @param timesOrNull at most
 * @param untilOrNull an expression, looked at after each time
 * @param whileOrNull an expression, looked at before each time
 * @param delay between one time and the next
 */
public record Repeat(
    @Nullable Integer timesOrNull,
    @Nullable Source untilOrNull,
    @Nullable Source whileOrNull,
    Duration delay) {

  /** The most times. */
  public Optional<Integer> times() {
    return Optional.ofNullable(timesOrNull);
  }

  /** What ends it. */
  public Optional<Source> until() {
    return Optional.ofNullable(untilOrNull);
  }

  /** What keeps it up. */
  public Optional<Source> asLongAs() {
    return Optional.ofNullable(whileOrNull);
  }
}
