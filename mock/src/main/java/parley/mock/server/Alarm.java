package parley.mock.server;

import java.time.Duration;
import java.util.function.LongSupplier;
import parley.mock.fault.Outlet;

/**
 * Wakes a session at the time it asked for last. Timers cannot be taken back, so one that comes too
 * early sets the next one, and one that is not wanted any more does nothing.
 */
final class Alarm {

  private static final long NEVER = Long.MAX_VALUE;

  private final Outlet outlet;
  private final LongSupplier clock;
  private final Runnable ring;
  private long wantedNanos = NEVER;
  private long timerNanos = NEVER;

  /** An alarm by a clock that never goes back. */
  Alarm(Outlet outlet, LongSupplier clock, Runnable ring) {
    this.outlet = outlet;
    this.clock = clock;
    this.ring = ring;
  }

  /** Rings at that time in place of the one before; {@link Long#MAX_VALUE} for never. */
  void set(long atNanos) {
    wantedNanos = atNanos;
    if (atNanos < timerNanos) {
      timer(atNanos);
    }
  }

  private void timer(long atNanos) {
    timerNanos = atNanos;
    var untilThen = Math.max(0, atNanos - clock.getAsLong());
    outlet.schedule(Duration.ofNanos(untilThen), () -> reached(atNanos));
  }

  private void reached(long atNanos) {
    if (atNanos != timerNanos) {
      return; // An earlier timer took its place.
    }
    timerNanos = NEVER;
    if (wantedNanos == NEVER) {
      return;
    }
    if (wantedNanos > clock.getAsLong()) {
      timer(wantedNanos);
    } else {
      wantedNanos = NEVER;
      ring.run();
    }
  }
}
