package parley.engine.session;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Random numbers for what goes on beside the steps. Each rule, timer and script has its own, so
 * that with the same seed it makes up the same, whatever else comes in between, and the steps do,
 * too.
 */
final class Chances {

  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private final long seed;
  private final Map<Integer, SplittableRandom> own = new HashMap<>();

  Chances(long seed) {
    this.seed = seed;
  }

  /** For the next steps of the rule, timer or script with that number. */
  RandomGenerator next(int number) {
    return own.computeIfAbsent(number, it -> new SplittableRandom(seed + it * GOLDEN)).split();
  }
}
