package parley.store;

import java.util.function.BooleanSupplier;

/** Tells a watcher whether the memory fills up, in the order in which it changed. */
final class Pressure {

  private final BooleanSupplier high;
  private final LogWatcher watcher;
  private boolean told;

  Pressure(BooleanSupplier high, LogWatcher watcher) {
    this.high = high;
    this.watcher = watcher;
  }

  /** Looks again, and tells what has changed. Several threads may call it. */
  synchronized void tell() {
    var now = high.getAsBoolean();
    if (now != told) {
      told = now;
      watcher.pressure(now);
    }
  }
}
