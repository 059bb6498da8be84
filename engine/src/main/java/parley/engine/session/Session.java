package parley.engine.session;

import java.time.Instant;
import java.util.Map;
import java.util.random.RandomGenerator;
import parley.engine.plan.Plan;
import parley.model.value.Value;

/**
 * One run through a plan. It has no thread, clock or socket: events come in with the time, actions
 * go out. One thread at a time.
 */
public final class Session {

  /**
   * What a session starts with.
   *
   * @param began the date at elapsed time zero
   * @param random where its random values come from; seeded where a run is to be repeated
   * @param row values of the variables that {@link parley.engine.plan.Given#columns} names
   * @param shared the state that all sessions of a mock share; its own for everything else
   */
  public record Start(
      Instant began, RandomGenerator random, Map<String, Value> row, SharedState shared) {
    public Start {
      row = Map.copyOf(row);
    }
  }

  public Session(Plan plan, Start start) {}

  /**
   * Handles an event at {@code nowNanos} since the session began, which never goes back, and says
   * what is to be done.
   */
  public void on(Event event, long nowNanos, Actions actions) {}
}
