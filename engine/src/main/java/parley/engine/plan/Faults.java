package parley.engine.plan;

import parley.engine.function.Result;

/** Faults of looking at messages, which have no place in an expression. */
final class Faults {

  private Faults() {}

  static Result.Fault missing(String text) {
    return new Result.Fault(Result.Reason.MISSING, 0, text);
  }

  static Result.Fault invalid(String text) {
    return new Result.Fault(Result.Reason.INVALID, 0, text);
  }

  /** The message is of another format than was asked for. */
  static Result.Fault unreadable(String text) {
    return new Result.Fault(Result.Reason.NOT_JSON, 0, text);
  }
}
