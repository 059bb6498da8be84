package parley.store;

import java.util.concurrent.TimeUnit;
import parley.store.tail.Tail;

/** The thread that writes a log, and tells that it has grown. */
final class LogWriter {

  /** Rows come in batches, so that a thread does not wake up for each. */
  private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final Tail tail;
  private final RowSink sink;
  private final LogWatcher watcher;
  private final Runnable grown;
  private final Pressure pressure;
  private final Thread thread;
  private long toldRows;
  private long toldLost;
  private boolean overrun;
  private volatile boolean closing;

  /**
   * Begins.
   *
   * @param grown told after the watcher
   */
  LogWriter(Tail tail, RowSink sink, LogWatcher watcher, Pressure pressure, Runnable grown) {
    this.tail = tail;
    this.sink = sink;
    this.watcher = watcher;
    this.grown = grown;
    this.pressure = pressure;
    toldRows = tail.end();
    thread = Thread.ofPlatform().daemon().name("parley-log").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      while (!closing) {
        await();
        guarded(this::step);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    guarded(this::finish);
    sink.end();
  }

  /** A fault, the watcher's or ours, is reported; what comes later is written all the same. */
  private static void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException fault) {
      var own = Thread.currentThread();
      own.getUncaughtExceptionHandler().uncaughtException(own, fault);
    }
  }

  private void await() throws InterruptedException {
    if (sink.isTroubled()) {
      tail.awaitHurry(RowSink.COMMIT_NANOS);
    } else {
      tail.awaitRow(sink.patienceNanos(tail.hasKeptFrames() ? GATHER_NANOS : IDLE_NANOS));
      tail.awaitMany(GATHER_NANOS);
    }
  }

  private void step() {
    tail.releaseOverdueFrames();
    tellGrown();
    while (sink.write(false) && !closing) {
      tellGrown();
      pressure.tell();
    }
    pressure.tell();
    tellLost();
  }

  /** While nothing can be written, rows that are lost are no news. */
  private void tellLost() {
    var lost = tail.lost();
    if (lost > toldLost && !sink.isTroubled()) {
      overrun = true;
      watcher.trouble(
          "Messages came faster than the disk takes them, and %,d are lost: read more slowly, or keep the history on a faster disk."
              .formatted(lost - toldLost));
    } else if (overrun && tail.unwritten() == 0) {
      overrun = false;
      watcher.recovered();
    }
    toldLost = lost;
  }

  private void tellGrown() {
    var end = tail.end();
    if (end != toldRows) {
      toldRows = end;
      watcher.grown(end);
      grown.run();
    }
  }

  private void finish() {
    boolean more;
    do {
      more = sink.write(true);
    } while (more);
    tellGrown();
  }

  /** Writes what is left, then returns. */
  void close() {
    closing = true;
    tail.hurry();
    var interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
