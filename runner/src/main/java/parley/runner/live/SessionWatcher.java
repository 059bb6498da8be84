package parley.runner.live;

import parley.engine.session.Report;
import parley.model.outcome.Numbered;

/** Sees what happens in a session, on its thread and in order. It must not block. */
public interface SessionWatcher {

  /** What the session tells: steps, tries, the end. */
  default void report(Report report) {}

  /** What is on its connections. */
  default void entry(Numbered entry) {}
}
