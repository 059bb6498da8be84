package parley.runner.test;

import parley.engine.session.Report;
import parley.model.outcome.TestOutcome;

/** Sees tests go on; called by one thread at a time. It must not block. */
public interface TestWatcher {

  /** A run begins. */
  default void began(TestCase test, String row) {}

  /** What its session tells. */
  default void report(TestCase test, String row, Report report) {}

  /** A run has ended. */
  default void ended(TestOutcome outcome) {}
}
