package parley.interop;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;

/** Waits, but not for ever. */
final class Deadline {

  /** Ample also for a peer that starts on a busy machine. */
  static final int SECONDS_AT_MOST = 20;

  private Deadline() {}

  /** The next of the queue; fails with {@code otherwise} when none comes. */
  static <T> T next(BlockingQueue<T> queue, Supplier<String> otherwise) {
    try {
      var next = queue.poll(SECONDS_AT_MOST, SECONDS);
      if (next == null) {
        throw new AssertionError(
            "nothing came within " + SECONDS_AT_MOST + " s. " + otherwise.get());
      }
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
