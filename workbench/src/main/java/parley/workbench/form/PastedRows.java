package parley.workbench.form;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads rows that are pasted: {@code Name: value}, {@code name=value} or two columns of a sheet on
 * each line; {@code //} or {@code #} before a name switches it off. A query or a line of cookies is
 * read, too.
 */
public final class PastedRows {

  private static final Pattern LINE =
      Pattern.compile(
          "(?<off>//|#)?\\s*(?<name>[^\\s:=\t][^:=\t]*?)\\s*(?:[:=\t])\\s*(?<value>.*)");

  private PastedRows() {}

  /** The rows of a text; nothing when it holds none. */
  public static List<Row> of(Table table, String text) {
    var lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    if (lines.size() == 1 && table == Table.PARAMS && isQuery(lines.getFirst())) {
      return query(lines.getFirst());
    }
    if (lines.size() == 1 && table == Table.COOKIES) {
      return cookies(lines.getFirst());
    }
    return lines.stream().flatMap(line -> row(table, line).stream()).toList();
  }

  private static List<Row> row(Table table, String line) {
    var match = LINE.matcher(line);
    if (!match.matches()) {
      return List.of();
    }
    var on = match.group("off") == null || !table.hasFields();
    return List.of(new Row(match.group("name"), unquoted(match.group("value")), on));
  }

  /** Lines of YAML and of {@code .env} are pasted, too. */
  private static String unquoted(String value) {
    var text = value.strip();
    var quoted =
        text.length() > 1
            && "\"'".indexOf(text.charAt(0)) >= 0
            && text.charAt(text.length() - 1) == text.charAt(0);
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  private static boolean isQuery(String line) {
    return line.contains("=") && (line.contains("&") || line.contains("?"));
  }

  private static List<Row> query(String line) {
    var rows = new ArrayList<Row>();
    var query = line.substring(line.indexOf('?') + 1).replaceFirst("#.*", "");
    for (var part : List.of(query.split("&", -1))) {
      var equals = part.indexOf('=');
      var name = equals < 0 ? part : part.substring(0, equals);
      if (!name.isEmpty()) {
        rows.add(
            new Row(decoded(name), equals < 0 ? "" : decoded(part.substring(equals + 1)), true));
      }
    }
    return rows;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text; // a per cent sign that is just one
    }
  }

  private static List<Row> cookies(String line) {
    var rows = new ArrayList<Row>();
    for (var part : List.of(line.replaceFirst("(?i)^cookie:\\s*", "").split(";", -1))) {
      var equals = part.indexOf('=');
      if (equals > 0) {
        rows.add(
            new Row(part.substring(0, equals).strip(), part.substring(equals + 1).strip(), true));
      }
    }
    return rows;
  }
}
