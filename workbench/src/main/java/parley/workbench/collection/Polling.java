package parley.workbench.collection;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import parley.workbench.call.Faults;

/**
 * Looks again and again on a virtual thread: once a second, and less often where looking takes
 * long. The notices of the operating system are not used: they miss what is mounted and what comes
 * in folders of which they have not heard yet.
 */
final class Polling implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** Looking takes this share of one core at most. */
  private static final int SHARE = 20;

  private final Runnable look;
  private volatile boolean ended;
  private @Nullable Thread thread;

  Polling(Runnable look) {
    this.look = look;
  }

  synchronized void start() {
    thread = Thread.ofVirtual().name("parley-folder").start(this::run);
  }

  private void run() {
    var pause = PAUSE;
    while (!ended) {
      try {
        Thread.sleep(pause);
      } catch (InterruptedException end) {
        return;
      }
      var began = System.nanoTime();
      Faults.contain(look); // a fault of ours at one look does not end the watching
      var took = Duration.ofNanos(System.nanoTime() - began).multipliedBy(SHARE);
      pause = took.compareTo(PAUSE) > 0 ? took : PAUSE;
    }
  }

  @Override
  public synchronized void close() {
    ended = true;
    if (thread != null) {
      thread.interrupt();
    }
  }
}
