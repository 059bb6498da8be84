package parley.workbench.collection;

import java.time.Duration;
import java.util.function.BooleanSupplier;
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

  private final BooleanSupplier look;
  private final Runnable whenChanged;
  private Duration pause = PAUSE; // of the one thread
  private volatile boolean ended;
  private @Nullable Thread thread;

  /**
   * To be started.
   *
   * @param look says whether something has changed
   */
  Polling(BooleanSupplier look, Runnable whenChanged) {
    this.look = look;
    this.whenChanged = whenChanged;
  }

  synchronized void start() {
    thread = Thread.ofVirtual().name("parley-folder").start(this::run);
  }

  private void run() {
    while (!ended) {
      try {
        Thread.sleep(pause);
      } catch (InterruptedException end) {
        return;
      }
      Faults.contain(this::lookOnce); // a fault of ours at one look does not end the watching
    }
  }

  private void lookOnce() {
    var began = System.nanoTime();
    var changed = look.getAsBoolean();
    var took = Duration.ofNanos(System.nanoTime() - began).multipliedBy(SHARE);
    pause = took.compareTo(PAUSE) > 0 ? took : PAUSE;
    if (changed) {
      whenChanged.run();
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
