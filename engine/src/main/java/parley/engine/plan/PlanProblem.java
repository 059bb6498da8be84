package parley.engine.plan;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.model.collection.Position;

/**
 * Something in a file that reads well and cannot be run: an unknown name, an expression that makes
 * no sense, a feature that is not there.
 *
 * @param at where
 * @param found what stands there
 * @param expected what should stand there
 * @param hintOrNull what to do, when that is known
 */
public record PlanProblem(Position at, String found, String expected, @Nullable String hintOrNull) {

  public Optional<String> hint() {
    return Optional.ofNullable(hintOrNull);
  }
}
