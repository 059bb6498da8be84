package parley.workbench.call;

import parley.model.value.Value;

/** A page in a browser, connected now. Any thread may call it. */
public interface Page {

  /** Tells it what happened. */
  void tell(String event, Value data);

  /**
   * Tells it the latest of what changes often: at most ten times a second, and not while the page
   * is behind. What is told later about the same {@code key} takes the place of what was not sent
   * yet; otherwise the page hears all of it in the order in which it was told.
   */
  void tellLatest(String event, String key, Value data);

  /** Runs {@code task} when the page is gone; at once when it is gone already. */
  void whenGone(Runnable task);
}
