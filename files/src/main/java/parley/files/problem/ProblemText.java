package parley.files.problem;

import java.util.List;
import java.util.Locale;

/** Prints problems as compilers do, with the line of the file and a caret below the place. */
public final class ProblemText {

  private static final int MAX_SHOWN = 160;

  private ProblemText() {}

  /**
   * One problem in a few lines, the last one without its end.
   *
   * @param lines of the file; shown without the line when it is not among them
   */
  public static String of(Problem problem, List<String> lines) {
    var text = new StringBuilder();
    text.append(problem.at()).append(": ").append(name(problem.severity()));
    text.append(": found ").append(problem.found());
    text.append(", expected ").append(problem.expected());
    if (problem.at().line() <= lines.size()) {
      appendLine(text, problem, lines.get(problem.at().line() - 1));
    }
    problem.hint().ifPresent(hint -> text.append("\n  hint: ").append(hint));
    return text.toString();
  }

  private static String name(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  private static void appendLine(StringBuilder text, Problem problem, String line) {
    var number = String.format(Locale.ROOT, "%5d | ", problem.at().line());
    var column = Math.min(problem.at().column() - 1, line.codePointCount(0, line.length()));
    var from = column < MAX_SHOWN ? 0 : line.offsetByCodePoints(0, column - MAX_SHOWN / 2);
    var shown = line.substring(from, Math.min(line.length(), from + MAX_SHOWN));
    var before = line.substring(from, line.offsetByCodePoints(0, column));
    text.append('\n').append(number).append(printable(shown));
    text.append("\n      | ").append(before.replaceAll("[^\t]", " ")).append('^');
  }

  private static String printable(String line) {
    return line.replaceAll("[\\p{Cntrl}&&[^\t]]", "?");
  }
}
