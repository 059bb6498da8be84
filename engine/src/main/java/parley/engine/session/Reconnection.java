package parley.engine.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import parley.engine.plan.FieldPlan;
import parley.model.collection.Settings;

/**
 * The tries after a loss. The wait doubles from the first to the longest of {@code backoff}; half
 * of it is left to chance, so that clients that were lost together do not come back together.
 */
final class Reconnection {

  private final Settings.Reconnect settings;
  private final RandomGenerator random;
  private List<FieldPlan> headers = List.of();
  private int attempt;
  private long dueNanos = Activity.NEVER;

  Reconnection(Settings.Reconnect settings, RandomGenerator random) {
    this.settings = settings;
    this.random = random;
  }

  /** The connection is opened for the first time, or by a step. */
  void reset(List<FieldPlan> used) {
    headers = used;
    settled();
  }

  /** The connection is open. */
  void settled() {
    attempt = 0;
    dueNanos = Activity.NEVER;
  }

  /** Sets the time of the next try; empty when there were enough. */
  Optional<Duration> next(long nowNanos) {
    if (attempt >= settings.attempts()) {
      settled();
      return Optional.empty();
    }
    var delayNanos = delayNanos(attempt++);
    dueNanos = nowNanos + delayNanos;
    return Optional.of(Duration.ofNanos(delayNanos));
  }

  private long delayNanos(int before) {
    var longest = settings.backoff().longest().toNanos();
    var doubled = settings.backoff().shortest().toNanos();
    for (var i = 0; i < before && doubled < longest; i++) {
      doubled *= 2;
    }
    var full = Math.min(doubled, longest);
    return full / 2 + (full < 2 ? 0 : random.nextLong(full / 2 + 1));
  }

  /** The number of the try, from 1; 0 when there is none. */
  int attempt() {
    return attempt;
  }

  /** Those that the step that opened it gave. */
  List<FieldPlan> headers() {
    return headers;
  }

  long dueNanos() {
    return dueNanos;
  }
}
