package parley.files.yaml;

import java.util.Locale;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import parley.files.problem.Problems;
import parley.model.collection.Position;

/** Says in the words of people what the parser could not read, and which quotes would help. */
final class SyntaxProblems {

  private static final Pattern CANNOT_START =
      Pattern.compile("found character '?(\\\\t|.)(\\(TAB\\))?'? ?.*cannot start any token.*");

  private final YamlText source;
  private final Problems problems;
  private final Offsets offsets;

  SyntaxProblems(YamlText source, Problems problems) {
    this.source = source;
    this.problems = problems;
    this.offsets = new Offsets(source);
  }

  void report(ReaderException failure) {
    var at = offsets.position(offsets.of(failure.getPosition()));
    var code = String.format(Locale.ROOT, "U+%04X", failure.getCodePoint());
    problems.add(
        at,
        "the character " + code,
        "characters that can be printed",
        "in double quotes it is written `\\u" + code.substring(2) + "`");
  }

  void report(MarkedYamlEngineException failure) {
    var index = failure.getProblemMark().map(offsets::of).orElse(0);
    var at = offsets.position(index);
    var said = failure.getProblem() == null ? "" : failure.getProblem();
    if (said.contains("expected ',' or '}'")) {
      closing(failure, at, index, "`,` or `}`");
    } else if (said.contains("expected ',' or ']'")) {
      closing(failure, at, index, "`,` or `]`");
    } else if (said.startsWith("mapping values are not allowed")) {
      unexpectedColon(at, index);
    } else if (CANNOT_START.matcher(said).matches()) {
      cannotStart(at, index);
    } else if (said.contains("end of stream")) {
      unended(failure, at);
    } else if (said.contains("<block end>")) {
      strayEntry(at, index);
    } else {
      problems.add(at, said.isEmpty() ? "what is not YAML" : said, "YAML");
    }
  }

  /** A text in braces or brackets that holds one of {@code []{},}. */
  private void closing(MarkedYamlEngineException failure, Position at, int index, String expected) {
    if (index >= source.text().length()) {
      problems.add(at, "the end of the file", expected, opened(failure, "the bracket"));
      return;
    }
    var text = unquoted(index);
    var found = Quoting.shown(String.valueOf(source.text().charAt(index)));
    if (text.isEmpty()) {
      problems.add(at, found, expected, "is a `,` or a closing bracket missing before it?");
    } else {
      problems.add(at, found + " in a text without quotes", expected, quoteHint(text));
    }
  }

  private static String quoteHint(String text) {
    return "quote the text: " + Quoting.quote(text);
  }

  /** The text without quotes around {@code index}: from the colon or comma before it to its end. */
  private String unquoted(int index) {
    var line =
        source.text().substring(source.lineStart(index), source.lineEnd(index)).stripTrailing();
    var column = index - source.lineStart(index);
    var start = column;
    while (start > 0 && !beginsText(line, start)) {
      start--;
    }
    var end = column;
    var open = 0;
    while (end < line.length() && !(open == 0 && endsText(line, end))) {
      open += change(line.charAt(end));
      end++;
    }
    return start < end ? line.substring(start, end).strip() : "";
  }

  private static boolean beginsText(String line, int index) {
    var before = line.charAt(index - 1);
    if (before == '{') {
      return line.charAt(index) != '{' && !line.startsWith("{{", Math.max(0, index - 2));
    }
    return before == ' ' && index > 1 && ":,{[-".indexOf(line.charAt(index - 2)) >= 0;
  }

  private static boolean endsText(String line, int index) {
    return ",}]".indexOf(line.charAt(index)) >= 0;
  }

  private static int change(char c) {
    return switch (c) {
      case '{', '[' -> 1;
      case '}', ']' -> -1;
      default -> 0;
    };
  }

  /** {@code key: a: b}: the text after the first colon needs quotes. */
  private void unexpectedColon(Position at, int index) {
    var line = source.text().substring(source.lineStart(index), source.lineEnd(index)).strip();
    var colon = line.indexOf(": ");
    var text = colon < 0 ? "" : line.substring(colon + 2).strip();
    if (text.contains(": ") || text.endsWith(":")) {
      problems.add(at, "`: ` in a text without quotes", "one key and one value", quoteHint(text));
    } else {
      problems.add(at, "a key", "an entry in line with those above", "look at the indent");
    }
  }

  private void cannotStart(Position at, int index) {
    var c = source.text().charAt(index);
    if (c == '\t') {
      problems.add(at, "a tab", "spaces", "indent with spaces");
      return;
    }
    var rest = source.text().substring(index, source.lineEnd(index)).strip();
    var before = source.text().substring(source.lineStart(index), index);
    var inFlow = before.indexOf('[') >= 0 || before.indexOf('{') >= 0;
    var text = inFlow ? rest.replaceFirst("[,}\\]].*", "").strip() : rest;
    problems.add(at, "a text that begins with `" + c + "`", "quotes around it", quoteHint(text));
  }

  private void unended(MarkedYamlEngineException failure, Position at) {
    problems.add(at, "the end of the file", "a closing quote", opened(failure, "the quote"));
  }

  private String opened(MarkedYamlEngineException failure, String what) {
    return failure
        .getContextMark()
        .map(mark -> offsets.position(offsets.of(mark)))
        .map(at -> what + " opens in line " + at.line() + ", column " + at.column())
        .orElse("close what is open");
  }

  /** What follows a finished value on its line, or an entry at an indent that no other has. */
  private void strayEntry(Position at, int index) {
    var line = source.text().substring(source.lineStart(index), source.lineEnd(index)).strip();
    var indented = source.text().substring(source.lineStart(index), index).isBlank();
    if (indented) {
      problems.add(
          at, Quoting.shown(line), "an entry in line with those above", "look at the indent");
      return;
    }
    var colon = line.indexOf(": ");
    var text = line.substring(colon < 0 ? 0 : colon + 2).replaceFirst("^- ", "").strip();
    problems.add(at, "more after the end of a value", "the end of the line", quoteHint(text));
  }
}
