package parley.workbench.call;

/** Faults of ours in work that has nobody to answer to. */
public final class Faults {

  private Faults() {}

  /** Does one piece of work; a fault in it is reported, and ends no more than that piece. */
  public static void contain(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error fault) {
      report(fault);
    }
  }

  /** Has the thread's handler tell of it. */
  static void report(Throwable fault) {
    var thread = Thread.currentThread();
    thread.getUncaughtExceptionHandler().uncaughtException(thread, fault);
  }
}
