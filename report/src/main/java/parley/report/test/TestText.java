package parley.report.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import parley.model.outcome.Result;
import parley.model.outcome.StepOutcome;
import parley.model.outcome.TestOutcome;
import parley.report.Amounts;
import parley.report.Columns;
import parley.report.Palette.Ink;

/**
 * What a run of tests prints: a line for each test as it ends, then what went wrong, then a
 * summary. Every text is lines, each ended.
 *
 * @param nameColumns how wide the longest name is, see {@link #nameColumns}
 */
public record TestText(Look look, int nameColumns) {

  private static final int TIME = 8;

  /** For tests of these names. */
  public static TestText of(Look look, List<String> names) {
    return of(look, widest(names));
  }

  /** For tests whose names take at most so many columns. */
  public static TestText of(Look look, int widest) {
    return new TestText(look, Math.clamp(widest, 10, look.columns() / 2));
  }

  /** How many columns the widest of these names takes. */
  public static int widest(List<String> names) {
    return names.stream().mapToInt(Columns::width).max().orElse(0);
  }

  /** A test's name with its row, as all texts have it. */
  public static String title(String name, String row) {
    return row.isEmpty() ? name : name + " · " + row;
  }

  static String title(TestOutcome test) {
    return title(test.name(), test.row());
  }

  /** A test's name and file. */
  public String heading(TestOutcome test) {
    return look.line(title(test)) + "  " + look.file(test.file());
  }

  /** What is said when a test has ended: a line, and why when it was not good. */
  public String ended(TestOutcome test) {
    var took = Columns.right(Amounts.duration(test.outcome().took()), TIME);
    var room = look.columns() - nameColumns - TIME - 8;
    var file = Columns.tail(look.file(test.file()), room);
    return "  "
        + Mark.of(test.result(), look)
        + " "
        + Columns.left(Columns.head(look.line(title(test)), nameColumns), nameColumns)
        + "  "
        + look.paint(Ink.FAINT, Columns.left(file, room) + " " + took)
        + "\n"
        + why(test);
  }

  private String why(TestOutcome test) {
    return test.isFlaky()
        ? "    " + look.paint(Ink.WARNING, "flaky: passed at try " + test.tries()) + "\n"
        : why(test.result());
  }

  private String why(Result result) {
    var text = Columns.head(look.line(result.why()), look.columns() - 4);
    return switch (result) {
      case Result.Passed _ -> "";
      case Result.Failed _ -> "    " + look.paint(Ink.BAD, text) + "\n";
      case Result.Broken _ -> "    " + look.paint(Ink.WARNING, text) + "\n";
      case Result.Skipped _ -> "    " + look.paint(Ink.FAINT, text) + "\n";
    };
  }

  /** What is said when a test did not pass and is tried again. */
  public String retried(TestOutcome test, int next, int retries) {
    var result = test.result();
    var text =
        "%s %s, try %d of %d: %s"
            .formatted(title(test), result.word(), next, retries + 1, result.why());
    return "  "
        + look.paint(Ink.WARNING, "↻ " + Columns.head(look.line(text), look.columns() - 4))
        + "\n";
  }

  /** All steps of a test with what is known of them, and the handshakes that they led to. */
  public String steps(TestOutcome test) {
    var line = new StepText(look, test);
    var handshakes = new HandshakeText(look, test);
    var out = new StringBuilder();
    Diagnosis.inOrder(test).forEach(step -> out.append(line.of(step)).append(handshakes.of(step)));
    return out.toString();
  }

  /** One step that has ended, of a test that may go on, with what is known of it. */
  public String step(TestOutcome soFar, StepOutcome step) {
    return new StepText(look, soFar).of(step);
  }

  /** What went wrong in a test, in full. */
  public String failure(TestOutcome test) {
    var title = look.paint(Ink.STRONG, look.line(title(test)));
    var file = look.paint(Ink.FAINT, look.file(test.file()));
    return "\n  "
        + Mark.of(test.result(), look)
        + " "
        + title
        + "  "
        + file
        + "\n"
        + Diagnosis.of(test, look);
  }

  /**
   * The last lines.
   *
   * @param planned how many tests there were to run
   * @param ending what the program ends with, such as {@code exit code 1: a test failed}; empty
   *     when all is well
   */
  public String summary(Tally tally, int planned, Duration took, String ending) {
    var parts = new ArrayList<String>();
    add(parts, tally.passed(), "passed", Ink.GOOD);
    add(parts, tally.flaky(), "of them flaky", Ink.WARNING);
    add(parts, tally.failed(), "failed", Ink.BAD);
    add(parts, tally.broken(), "broken", Ink.WARNING);
    add(parts, tally.skipped(), "skipped", Ink.FAINT);
    add(parts, planned - tally.all(), "not run", Ink.FAINT);
    var counts = parts.isEmpty() ? "nothing was run" : String.join(", ", parts);
    var line = "\n  " + counts + look.paint(Ink.FAINT, " in " + Amounts.duration(took)) + "\n";
    return ending.isEmpty() ? line : line + "  " + look.paint(Ink.FAINT, ending) + "\n";
  }

  private void add(List<String> parts, int count, String word, Ink ink) {
    if (count > 0) {
      parts.add(look.paint(ink, count + " " + word));
    }
  }
}
