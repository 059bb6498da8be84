package parley.transport.connection;

/** A task that will run once its time has come. */
public interface Scheduled {

  /**
   * Gives it up. Any thread may call it, also when the task has run; called on the thread that
   * would run it, the task will not run any more.
   */
  void cancel();
}
