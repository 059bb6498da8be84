package parley.report.test;

import parley.model.outcome.Result;
import parley.report.Palette.Ink;

/** One sign for what something came to. */
final class Mark {

  private Mark() {}

  static String of(Result result, Look look) {
    return switch (result) {
      case Result.Passed _ -> look.paint(Ink.GOOD, "✓");
      case Result.Failed _ -> look.paint(Ink.BAD, "✗");
      case Result.Broken _ -> look.paint(Ink.WARNING, "!");
      case Result.Skipped _ -> look.paint(Ink.FAINT, "○");
    };
  }

  /** The word for it, as the summary has it. */
  static String word(Result result) {
    return switch (result) {
      case Result.Passed _ -> "passed";
      case Result.Failed _ -> "failed";
      case Result.Broken _ -> "broken";
      case Result.Skipped _ -> "skipped";
    };
  }

  /** Why, in one sentence; empty when it passed. */
  static String why(Result result) {
    return switch (result) {
      case Result.Passed _ -> "";
      case Result.Failed(var text) -> text;
      case Result.Broken(var text) -> text;
      case Result.Skipped(var text) -> text;
    };
  }
}
