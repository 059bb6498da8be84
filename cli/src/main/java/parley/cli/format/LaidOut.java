package parley.cli.format;

import java.nio.file.Path;
import java.util.List;
import parley.files.layout.Formatter;
import parley.files.problem.Problem;
import parley.files.problem.ProblemText;
import parley.files.problem.Problems;
import parley.files.yaml.YamlReader;
import parley.files.yaml.YamlText;
import parley.workspace.Places;

/** What laying out some bytes came to. */
sealed interface LaidOut {

  /** The text in its layout. */
  record Tidy(YamlText text) implements LaidOut {}

  /** It cannot be read, so nobody knows what it says. */
  record Unreadable(List<Problem> problems, List<String> lines) implements LaidOut {

    /** The problems, each with its line. */
    String toText() {
      var text = new StringBuilder();
      problems.forEach(one -> text.append(ProblemText.of(shown(one), lines)).append("\n\n"));
      return text.toString();
    }

    private static Problem shown(Problem one) {
      return new Problem(
          one.severity(),
          Places.shown(one.at()),
          one.found(),
          one.expected(),
          one.hint().orElse(null));
    }
  }

  static LaidOut of(Path file, byte[] bytes) {
    var problems = new Problems();
    var source = YamlText.decode(file, bytes, problems);
    var document = source.flatMap(text -> YamlReader.read(text, problems));
    return document.isEmpty() || problems.count() > 0
        ? new Unreadable(problems.sorted(), source.map(YamlText::lines).orElse(List.of()))
        : new Tidy(document.get().source().withText(Formatter.format(document.get())));
  }
}
