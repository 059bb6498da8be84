package parley.junit;

import java.util.List;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;
import parley.model.outcome.CheckOutcome;
import parley.model.outcome.Result;
import parley.report.Redaction;

/** What a result is for JUnit. */
final class Verdict {

  private Verdict() {}

  /**
   * Throws unless it passed; builds keep what is thrown in their reports, so that it has no secret.
   *
   * @param text what people read, without secrets; begins a line of its own below the reason
   */
  static void of(Result result, List<CheckOutcome> checks, String text, Redaction redaction) {
    switch (result) {
      case Result.Passed _ -> {}
      case Result.Failed(var why) ->
          throw failed(joined(redaction.in(why), text), checks, redaction);
      case Result.Broken(var why) -> throw new BrokenConversation(joined(redaction.in(why), text));
      case Result.Skipped(var why) -> throw new TestAbortedException(redaction.in(why));
    }
  }

  private static AssertionFailedError failed(
      String message, List<CheckOutcome> checks, Redaction redaction) {
    return checks.stream()
        .filter(check -> !check.holds())
        .findFirst()
        .map(check ->
            new AssertionFailedError(
                message, redaction.in(expected(check)), redaction.in(check.found())))
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
