package parley.model.outcome;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run has to begin with so that it does the same again.
 *
 * @param seed of all random values
 * @param clockOrNull where the time of day stands; null for the machine's clock
 */
public record Repetition(long seed, @Nullable Instant clockOrNull) {

  /** With the machine's clock. */
  public static Repetition of(long seed) {
    return new Repetition(seed, null);
  }

  /** Where the time of day stands, when it does. */
  public Optional<Instant> clock() {
    return Optional.ofNullable(clockOrNull);
  }

  /** The options of the command line that say it: {@code --seed 42}. */
  public String toOptions() {
    return clock().map(time -> "--seed " + seed + " --clock " + time).orElse("--seed " + seed);
  }
}
