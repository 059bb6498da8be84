package parley.files.collection;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Changes lines of a {@code .env} file: those of one name, and no other. Their comments, an {@code
 * export} before them and the line ends stay.
 */
public final class DotEnvText {

  private static final Pattern LINE_END = Pattern.compile("(?<=\n)");
  private static final Pattern COMMENT = Pattern.compile("\\s#.*$");
  private static final Pattern QUOTED =
      Pattern.compile("(?:'[^']*'|\"(?:[^\"\\\\]|\\\\.)*\")(.*)", Pattern.DOTALL);

  private DotEnvText() {}

  /** Whether a line may have that name. */
  public static boolean isName(String name) {
    return name.matches("[A-Za-z_][\\w.-]*");
  }

  /** The text with that value for the name: in its last line, which wins, or in a new one. */
  public static String put(String text, String name, String value) {
    var lines = new ArrayList<>(List.of(LINE_END.split(text)));
    for (var index = lines.size() - 1; index >= 0; index--) {
      var match = line(name).matcher(lines.get(index));
      if (match.matches()) {
        var end = lines.get(index).substring(lines.get(index).stripTrailing().length());
        lines.set(index, match.group(1) + quoted(value) + comment(match.group(2)) + end);
        return String.join("", lines);
      }
    }
    var join = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
    return text + join + name + "=" + quoted(value) + "\n";
  }

  /** The text without the lines of that name. */
  public static String remove(String text, String name) {
    var lines = new ArrayList<>(List.of(LINE_END.split(text)));
    lines.removeIf(line -> line(name).matcher(line).matches());
    return String.join("", lines);
  }

  private static Pattern line(String name) {
    return Pattern.compile(
        "(\\s*(?:export\\s+)?" + Pattern.quote(name) + "\\s*=[^\\S\\r\\n]*)(.*)", Pattern.DOTALL);
  }

  private static String comment(String value) {
    var quoted = QUOTED.matcher(value);
    var rest = quoted.matches() ? quoted.group(1) : value;
    var comment = COMMENT.matcher(rest.stripTrailing());
    return comment.find() ? comment.group() : "";
  }

  /** Single quotes take everything but themselves and line ends. */
  public static String quoted(String value) {
    if (value.matches("[A-Za-z0-9_./:@%+=,-]*")) {
      return value;
    }
    if (value.indexOf('\'') < 0 && value.indexOf('\n') < 0 && value.indexOf('\r') < 0) {
      return "'" + value + "'";
    }
    var escaped =
        value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r");
    return "\"" + escaped + "\"";
  }
}
