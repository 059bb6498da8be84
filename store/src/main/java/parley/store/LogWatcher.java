package parley.store;

/** Is told of a log while it grows, on threads of the store; returns soon. */
public interface LogWatcher {

  /** Watches nothing. */
  LogWatcher NONE = new LogWatcher() {};

  /**
   * There are new rows, told at most fifty times a second.
   *
   * @param rows how many there are in all
   */
  default void grown(long rows) {}

  /**
   * Rows come faster than they can be written: nothing more should be read from the network until
   * it is told that the pressure is gone.
   */
  default void pressure(boolean high) {}

  /** Nothing can be written any more: told once, in whole sentences, until it has recovered. */
  default void trouble(String text) {}

  /** Writing goes on after a trouble. */
  default void recovered() {}
}
