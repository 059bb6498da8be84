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

  /**
   * A run has ended badly, and is begun again.
   *
   * @param next the number of the next try beside the first one, from 1 to {@code retries}
   */
  default void retried(TestOutcome outcome, int next, int retries) {}

  /** What was done around the tests of a folder has ended well. */
  default void hookEnded(TestOutcome outcome) {}

  /**
   * A run has ended, or what was done around the tests of a folder did not end well. One that was
   * not begun, since the rest was cancelled, ends as skipped.
   */
  default void ended(TestOutcome outcome) {}
}
