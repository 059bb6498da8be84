package parley.engine.session;

import java.time.Instant;
import java.util.Map;
import java.util.random.RandomGenerator;
import parley.engine.function.MadeUp;
import parley.engine.function.TimeOfDay;
import parley.model.value.Value;

/**
 * What a session starts with.
 *
 * @param time the time of day
 * @param random where its random values come from; seeded where a run is to be repeated
 * @param madeUp where the dynamic variables come from that are no functions
 * @param row values of the variables that {@link parley.engine.plan.Given#columns} names
 * @param handed values of those that {@link parley.engine.plan.Given#prepared} and {@link
 *     parley.engine.plan.Given#handed} name, where nothing nearer says otherwise
 * @param shared the state that all sessions of a mock share; its own for everything else
 */
public record SessionStart(
    TimeOfDay time,
    RandomGenerator random,
    MadeUp madeUp,
    Map<String, Value> row,
    Map<String, Value> handed,
    SharedState shared) {

  public SessionStart {
    row = Map.copyOf(row);
    handed = Map.copyOf(handed);
  }

  /** A session with a clock that goes on, and without made-up data. */
  public SessionStart(
      Instant began, RandomGenerator random, Map<String, Value> row, SharedState shared) {
    this(TimeOfDay.from(began), random, MadeUp.NONE, row, Map.of(), shared);
  }
}
