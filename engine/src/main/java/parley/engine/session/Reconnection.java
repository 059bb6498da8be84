package parley.engine.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import parley.engine.plan.FieldPlan;
import parley.model.collection.Settings;

/**
 * The tries after a loss. The wait doubles from the first to the longest of {@code backoff}; half
 * of it is left to chance, so that clients that were lost together do not come back together. The
 * count begins anew once a connection has proved itself: by a message, or by the longest wait.
 */
final class Reconnection {

  private final Settings.Reconnect settings;
  private final RandomGenerator random;
  private List<FieldPlan> headers = List.of();
  private int attempt;
  private long dueNanos = Activity.NEVER;
  private long openedNanos;
  private boolean proved;

  Reconnection(Settings.Reconnect settings, RandomGenerator random) {
    this.settings = settings;
    this.random = random;
  }

  /** The connection is opened for the first time, or by a step. */
  void reset(List<FieldPlan> used) {
    headers = used;
    stop();
  }

  /** Nothing is tried any more; the next loss is the first. */
  void stop() {
    attempt = 0;
    dueNanos = Activity.NEVER;
  }

  /** The connection is open. */
  void opened(long nowNanos) {
    openedNanos = nowNanos;
    proved = false;
  }

  /** A message came. */
  void heard() {
    proved = true;
  }

  /** An open connection was lost. */
  void lost(long nowNanos) {
    if (proved || nowNanos - openedNanos >= settings.backoff().longest().toNanos()) {
      stop();
    }
  }

  /** Whether there is to be a first try at all. */
  boolean isOn() {
    return settings.attempts() > 0;
  }

  /** How many tries there may be. */
  int attempts() {
    return settings.attempts();
  }

  /** Random numbers of its own, for what is made up on the way to the next connection. */
  RandomGenerator random() {
    return random;
  }

  /**
   * Sets the time of the next try; empty when there were enough.
   *
   * @param least what the wait is at least
   */
  Optional<Duration> next(long nowNanos, Duration least) {
    if (attempt >= settings.attempts()) {
      return Optional.empty();
    }
    var delayNanos = Math.max(delayNanos(attempt++), least.toNanos());
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
