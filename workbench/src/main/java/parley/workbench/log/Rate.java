package parley.workbench.log;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * How much a number has grown within the last second, to the tenth of it. Any thread may call it.
 */
final class Rate {

  private static final int SLOTS = 10;
  private static final long SLOT_NANOS = TimeUnit.SECONDS.toNanos(1) / SLOTS;

  private final long[] totals = new long[SLOTS + 1];
  private long slot = System.nanoTime() / SLOT_NANOS;
  private long total;

  /** The number is {@code reached} now. */
  synchronized void count(long reached) {
    turn();
    total = reached;
  }

  /** How much it has grown in about a second. */
  synchronized long perSecond() {
    turn();
    return total - totals[Math.floorMod(slot + 1, totals.length)];
  }

  /** Lets slots pass that are over; each keeps the total at its beginning. */
  private void turn() {
    var now = System.nanoTime() / SLOT_NANOS;
    for (var passed = 0; slot < now && passed < totals.length; passed++) {
      slot++;
      totals[Math.floorMod(slot, totals.length)] = total;
    }
    if (slot < now) {
      slot = now;
      Arrays.fill(totals, total);
    }
  }
}
