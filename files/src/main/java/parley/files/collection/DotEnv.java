package parley.files.collection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import parley.files.problem.Problems;
import parley.files.yaml.YamlText;
import parley.model.collection.Position;
import parley.model.collection.Secret;

/**
 * Reads {@code .env} files: {@code NAME=value} a line, {@code #} for comments, an optional {@code
 * export}, single quotes for verbatim text, double ones for text with {@code \n}, {@code \t},
 * {@code \"} and {@code \\}. No problem ever shows a value.
 */
final class DotEnv {

  private static final Pattern LINE =
      Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_][\\w.-]*)\\s*=\\s*(.*?)\\s*");
  private static final Pattern QUOTED =
      Pattern.compile("(?:'([^']*)'|\"((?:[^\"\\\\]|\\\\.)*)\")\\s*(?:#.*)?");

  private DotEnv() {}

  /** The secrets, each name once; the last line of a name wins. */
  static List<Secret> read(YamlText source, Problems problems) {
    Map<String, Secret> secrets = new LinkedHashMap<>();
    var lines = source.lines();
    for (var index = 0; index < lines.size(); index++) {
      read(lines.get(index), new Position(source.file(), index + 1, 1), secrets, problems);
    }
    return List.copyOf(secrets.values());
  }

  private static void read(
      String line, Position at, Map<String, Secret> secrets, Problems problems) {
    if (line.isBlank() || line.strip().startsWith("#")) {
      return;
    }
    var match = LINE.matcher(line);
    if (!match.matches()) {
      problems.add(at, "a line without a name and `=`", "`NAME=value`, or a comment after `#`");
      return;
    }
    var value = match.group(2);
    var opens = value.startsWith("'") || value.startsWith("\"");
    if (opens && !QUOTED.matcher(value).matches()) {
      problems.add(at, "a quote that does not end on its line", "`NAME=\"value\"`");
      return;
    }
    secrets.remove(match.group(1));
    secrets.put(
        match.group(1), new Secret(match.group(1), opens ? unquote(value) : bare(value), at));
  }

  private static String bare(String value) {
    var comment = (" " + value).indexOf(" #");
    return comment < 0 ? value : value.substring(0, comment).strip();
  }

  private static String unquote(String value) {
    var match = QUOTED.matcher(value);
    if (!match.matches()) {
      throw new IllegalStateException("matched before");
    }
    return match.group(1) != null ? match.group(1) : unescape(match.group(2));
  }

  private static String unescape(String text) {
    var plain = new StringBuilder();
    for (var index = 0; index < text.length(); index++) {
      var c = text.charAt(index);
      plain.append(c == '\\' ? escaped(text.charAt(++index)) : c);
    }
    return plain.toString();
  }

  private static char escaped(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      default -> c;
    };
  }
}
