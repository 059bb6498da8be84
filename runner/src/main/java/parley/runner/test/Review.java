package parley.runner.test;

import parley.model.outcome.TestOutcome;

/** Has a last look at a run that has ended, and at all that was kept of its transcript. */
@FunctionalInterface
public interface Review {

  /** Nothing more is looked at. */
  Review NONE = outcome -> outcome;

  /** The outcome, with a further step for what was found. Called by one thread; must not block. */
  TestOutcome of(TestOutcome outcome);
}
