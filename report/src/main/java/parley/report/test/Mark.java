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
}
