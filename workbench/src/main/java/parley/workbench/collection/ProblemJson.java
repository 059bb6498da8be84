package parley.workbench.collection;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import parley.files.collection.CollectionFiles;
import parley.files.problem.Problem;
import parley.model.value.Value;
import parley.workbench.call.Json;

/** Problems of files as the page knows them. */
public final class ProblemJson {

  private ProblemJson() {}

  /** Some, in their order. */
  public static Value of(Collection<Problem> problems, OpenFolder folder) {
    return Json.list(problems, one -> of(one, folder));
  }

  /** Some of files as they were read, or would be. */
  public static Value of(Collection<Problem> problems, OpenFolder folder, CollectionFiles files) {
    return Json.list(problems, one -> of(one, folder, files));
  }

  private static Value of(Problem problem, OpenFolder folder) {
    return of(problem, folder, folder.workspace(problem.at().file()).files());
  }

  private static Value of(Problem problem, OpenFolder folder, CollectionFiles files) {
    var at = problem.at();
    var lines = files.lines(at.file());
    return Json.object()
        .put("path", folder.key(at.file()))
        .put("line", at.line())
        .put("column", at.column())
        .put("length", length(lines, at.line(), at.column()))
        .put("severity", problem.severity().name().toLowerCase(Locale.ROOT))
        .put("text", text(problem))
        .putText("hint", problem.hint())
        .value();
  }

  /** What is wrong, in one sentence. */
  public static String text(Problem problem) {
    return "found " + problem.found() + ", expected " + problem.expected();
  }

  /** Up to the next blank, or of the key that stands there. */
  private static int length(List<String> lines, int line, int column) {
    if (line > lines.size() || column > lines.get(line - 1).length()) {
      return 1;
    }
    var rest = lines.get(line - 1).substring(column - 1);
    return Math.max(1, rest.split("[\\s,}\\]]|:(?=\\s|$)", 2)[0].length());
  }
}
