package parley.runner.test;

import parley.engine.session.Report;
import parley.model.outcome.Numbered;
import parley.model.outcome.TestOutcome;

/** Sees tests go on; called by one thread. It must not block. */
public interface TestWatcher {

  /** A run begins. */
  default void began(TestCase test, String row) {}

  /** What is on its connections. */
  default void entry(TestCase test, String row, Numbered entry) {}

  /** What its session tells. */
  default void report(TestCase test, String row, Report report) {}

  /** A run has ended. One that was not begun, since the rest was cancelled, ends as skipped. */
  default void ended(TestOutcome outcome) {}
}
