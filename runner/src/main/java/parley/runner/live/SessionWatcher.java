package parley.runner.live;

import parley.engine.session.Report;
import parley.model.connection.ConnectSpec;
import parley.model.outcome.Numbered;

/** Sees what happens in a session, on its thread and in order. It must not block. */
public interface SessionWatcher {

  /** Which entries a watcher wants. What nobody wants is not made, and costs nothing. */
  enum Detail {
    NONE,
    /** All but frames. */
    MESSAGES,
    /** All of them; of a frame the first bytes. */
    FRAMES
  }

  /** Which entries are wanted; asked once, when the session is made. */
  default Detail detail() {
    return Detail.MESSAGES;
  }

  /**
   * A connection is about to be opened.
   *
   * @return how it is opened: {@code spec}, or another one in its place
   */
  default ConnectSpec opening(String connection, ConnectSpec spec) {
    return spec;
  }

  /** What the session tells: steps, tries, the end. */
  default void report(Report report) {}

  /** What is on its connections. A message's entry comes before any report that names it. */
  default void entry(Numbered entry) {}
}
