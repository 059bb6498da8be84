package parley.report.test;

import java.util.Collection;
import parley.model.outcome.Result;
import parley.model.outcome.TestOutcome;

/** How many tests came to what. */
public record Tally(int passed, int failed, int broken, int skipped) {

  public static final Tally NONE = new Tally(0, 0, 0, 0);

  /** Of all outcomes. */
  public static Tally of(Collection<TestOutcome> outcomes) {
    var tally = NONE;
    for (var outcome : outcomes) {
      tally = tally.with(outcome.result());
    }
    return tally;
  }

  /** With one more. */
  public Tally with(Result result) {
    return switch (result) {
      case Result.Passed _ -> new Tally(passed + 1, failed, broken, skipped);
      case Result.Failed _ -> new Tally(passed, failed + 1, broken, skipped);
      case Result.Broken _ -> new Tally(passed, failed, broken + 1, skipped);
      case Result.Skipped _ -> new Tally(passed, failed, broken, skipped + 1);
    };
  }

  public int all() {
    return passed + failed + broken + skipped;
  }

  public boolean isGood() {
    return failed + broken == 0;
  }
}
