package parley.cli.hand;

import parley.model.outcome.Result;

/** What a result says. */
public final class Outcome {

  private Outcome() {}

  /** Why, in one sentence; empty when it passed. */
  public static String why(Result result) {
    return switch (result) {
      case Result.Passed _ -> "";
      case Result.Failed(var text) -> text;
      case Result.Broken(var text) -> text;
      case Result.Skipped(var text) -> text;
    };
  }
}
