package parley.engine.function;

import java.time.Instant;

/**
 * The time of day in a session.
 *
 * @param began when the session begins
 * @param stands whether it stays so, which makes a run repeatable
 */
public record TimeOfDay(Instant began, boolean stands) {

  /** A clock that goes on. */
  public static TimeOfDay from(Instant began) {
    return new TimeOfDay(began, false);
  }

  /** A clock that stands still. */
  public static TimeOfDay fixedAt(Instant time) {
    return new TimeOfDay(time, true);
  }

  /** The time of day so many nanoseconds after the beginning. */
  public Instant after(long elapsedNanos) {
    return stands ? began : began.plusNanos(elapsedNanos);
  }
}
