package parley.engine.session;

import parley.model.outcome.Result;

/**
 * How an activity ended, and where to go on.
 *
 * @param why what a {@code skip} or {@code stop} says; else empty
 */
record Ending(Result result, Flow flow, String why) {

  static final Ending PASSED = of(new Result.Passed());

  /** It was given up from outside; what is done in any case has been done. */
  static final Ending CUT = new Ending(new Result.Skipped("it was cut short"), Flow.CUT, "");

  /** What the steps around do next. */
  enum Flow {
    /** The next step, when the result is good. */
    ON,
    /** Out of the nearest group. */
    LEAVE_GROUP,
    /** To the end of the conversation. */
    STOP,
    /** To the end of what was cut short. */
    CUT
  }

  static Ending failed(String text) {
    return of(new Result.Failed(text));
  }

  static Ending broken(String text) {
    return of(new Result.Broken(text));
  }

  static Ending of(Result result) {
    return new Ending(result, Flow.ON, "");
  }

  /**
   * What all steps came to that ended so: those that were left by a {@code skip} outside of any
   * group are a test that left itself out.
   */
  Result whole() {
    return flow == Flow.LEAVE_GROUP
        ? new Result.Skipped(why.isEmpty() ? "it left itself out" : why)
        : result;
  }

  /** Whether the next step is done. */
  boolean goesOn() {
    return flow == Flow.ON && result.isGood();
  }
}
