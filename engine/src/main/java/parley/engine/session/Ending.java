package parley.engine.session;

import parley.model.outcome.Result;

/** How an activity ended, and where to go on. */
record Ending(Result result, Flow flow) {

  static final Ending PASSED = new Ending(new Result.Passed(), Flow.ON);

  /** What the steps around do next. */
  enum Flow {
    /** The next step, when the result is good. */
    ON,
    /** Out of the nearest group. */
    LEAVE_GROUP,
    /** To the end of the conversation. */
    STOP
  }

  static Ending failed(String text) {
    return new Ending(new Result.Failed(text), Flow.ON);
  }

  static Ending broken(String text) {
    return new Ending(new Result.Broken(text), Flow.ON);
  }

  static Ending of(Result result) {
    return new Ending(result, Flow.ON);
  }

  /** Whether the next step is done. */
  boolean goesOn() {
    return flow == Flow.ON && result.isGood();
  }
}
