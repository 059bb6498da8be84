package parley.junit;

import java.util.List;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;
import parley.model.outcome.CheckOutcome;
import parley.model.outcome.Result;

/** What a result is for JUnit. */
final class Verdict {

  private Verdict() {}

  /**
   * Throws unless it passed.
   *
   * @param text what people read; begins a line of its own below the reason
   */
  static void of(Result result, List<CheckOutcome> checks, String text) {
    switch (result) {
      case Result.Passed _ -> {}
      case Result.Failed(var why) -> throw failed(why, checks, text);
      case Result.Broken(var why) -> throw new BrokenConversation(joined(why, text));
      case Result.Skipped(var why) -> throw new TestAbortedException(why);
    }
  }

  private static AssertionFailedError failed(String why, List<CheckOutcome> checks, String text) {
    var message = joined(why, text);
    return checks.stream()
        .filter(check -> !check.holds())
        .findFirst()
        .map(check -> new AssertionFailedError(message, expected(check), check.found()))
        .orElseGet(() -> new AssertionFailedError(message));
  }

  /** Without the operator of equality, so that IDEs compare two values. */
  private static String expected(CheckOutcome check) {
    return check.expected().replaceFirst("^equals ", "");
  }

  private static String joined(String why, String text) {
    return text.isBlank() ? why : why + "\n" + text;
  }
}
