package parley.engine.function;

import java.time.Instant;
import java.util.random.RandomGenerator;

/** What functions take from outside, so that the engine has no clock and no chance of its own. */
public interface Surroundings {

  /** The time of day. */
  Instant now();

  /** Where random numbers come from; seeded where a run is to be repeated. */
  RandomGenerator random();

  /**
   * The next value of a dynamic variable that needs made-up data, by its name without {@code $}.
   */
  default Result madeUp(String name) {
    return MadeUp.NONE.next(name, this);
  }
}
