package parley.engine.plan;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How often something is done.
 *
 * @param times at most; {@link Integer#MAX_VALUE} for any number
 * @param untilOrNull looked at after each time
 * @param whileOrNull looked at before each time
 * @param delayNanos between one time and the next
 */
public record RepeatPlan(
    int times,
    @Nullable ExpressionPlan untilOrNull,
    @Nullable ExpressionPlan whileOrNull,
    long delayNanos) {

  public Optional<ExpressionPlan> until() {
    return Optional.ofNullable(untilOrNull);
  }

  public Optional<ExpressionPlan> asLongAs() {
    return Optional.ofNullable(whileOrNull);
  }
}
