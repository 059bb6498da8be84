package parley.workbench.call;

import java.time.Duration;

/**
 * Does something soon after it was asked for: at once, but ten times a second at most, on virtual
 * threads, never twice at the same time. Any thread may ask.
 */
public final class Throttle {

  private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();

  private final Runnable task;
  private boolean asked; // guarded by this, as all below
  private boolean running;
  private long lastNanos = System.nanoTime() - PAUSE_NANOS;

  public Throttle(Runnable task) {
    this.task = task;
  }

  /** Asks for it. */
  public synchronized void soon() {
    asked = true;
    if (!running) {
      running = true;
      var _ = Thread.ofVirtual().name("parley-tell").start(this::run);
    }
  }

  private void run() {
    while (goesOn()) {
      try {
        Thread.sleep(pause());
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      }
      begins();
      Faults.contain(task);
    }
  }

  private synchronized boolean goesOn() {
    running = asked;
    return asked;
  }

  private synchronized Duration pause() {
    return Duration.ofNanos(Math.max(0, lastNanos + PAUSE_NANOS - System.nanoTime()));
  }

  private synchronized void begins() {
    asked = false;
    lastNanos = System.nanoTime();
  }
}
