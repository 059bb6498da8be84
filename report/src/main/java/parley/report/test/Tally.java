package parley.report.test;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import parley.model.outcome.Result;
import parley.model.outcome.TestOutcome;

/**
 * How many tests came to what.
 *
 * @param flaky how many of those that passed had not at first
 */
public record Tally(int passed, int failed, int broken, int skipped, int flaky) {

  public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

  /** Of all outcomes. */
  public static Tally of(Collection<TestOutcome> outcomes) {
    var tally = NONE;
    for (var outcome : outcomes) {
      tally = tally.with(outcome);
    }
    return tally;
  }

  /** With one more. */
  public Tally with(TestOutcome test) {
    var unsteady = flaky + (test.isFlaky() ? 1 : 0);
    return switch (test.result()) {
      case Result.Passed _ -> new Tally(passed + 1, failed, broken, skipped, unsteady);
      case Result.Failed _ -> new Tally(passed, failed + 1, broken, skipped, unsteady);
      case Result.Broken _ -> new Tally(passed, failed, broken + 1, skipped, unsteady);
      case Result.Skipped _ -> new Tally(passed, failed, broken, skipped + 1, unsteady);
    };
  }

  /**
   * Such as {@code 2 failed}, {@code 5 passed}, the worst first and without what there is none of.
   *
   * @param planned how many there were to be; the rest was not run
   */
  public List<String> words(int planned) {
    var words = new ArrayList<String>();
    add(words, failed, "failed");
    add(words, broken, "broken");
    add(words, passed, "passed");
    add(words, flaky, "of them flaky");
    add(words, skipped, "skipped");
    add(words, planned - all(), "not run");
    return words.isEmpty() ? List.of("nothing was run") : words;
  }

  private static void add(List<String> words, int count, String word) {
    if (count > 0) {
      words.add(count + " " + word);
    }
  }

  public int all() {
    return passed + failed + broken + skipped;
  }

  public boolean isGood() {
    return failed + broken == 0;
  }
}
