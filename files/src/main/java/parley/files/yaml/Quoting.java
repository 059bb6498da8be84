package parley.files.yaml;

import java.util.Locale;

/** Writes texts in quotes, and short ones in messages. */
public final class Quoting {

  private static final int MAX_SHOWN = 40;

  private Quoting() {}

  /** In double quotes, or in single ones where these need no escapes and double ones would. */
  public static String quote(String text) {
    var awkward = text.indexOf('"') >= 0 || text.indexOf('\\') >= 0;
    var simple = text.chars().noneMatch(c -> Character.isISOControl(c) || c == '\'');
    return awkward && simple ? "'" + text + "'" : doubleQuoted(text);
  }

  /** Between backquotes and cut to one short line, for a message. */
  public static String shown(String text) {
    var line = text.lines().findFirst().orElse("");
    var cut = line.length() > MAX_SHOWN || !line.equals(text);
    var end = Math.min(line.length(), MAX_SHOWN);
    return "`" + line.substring(0, end) + (cut ? "..." : "") + "`";
  }

  static String singleQuoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  static String doubleQuoted(String text) {
    var quoted = new StringBuilder("\"");
    text.codePoints().forEach(c -> appendEscaped(quoted, c));
    return quoted.append('"').toString();
  }

  private static void appendEscaped(StringBuilder quoted, int c) {
    switch (c) {
      case '"' -> quoted.append("\\\"");
      case '\\' -> quoted.append("\\\\");
      case '\n' -> quoted.append("\\n");
      case '\r' -> quoted.append("\\r");
      case '\t' -> quoted.append("\\t");
      default -> appendOther(quoted, c);
    }
  }

  private static void appendOther(StringBuilder quoted, int c) {
    if (isPrintable(c)) {
      quoted.appendCodePoint(c);
    } else {
      quoted.append(String.format(Locale.ROOT, c > 0xFFFF ? "\\U%08x" : "\\u%04x", c));
    }
  }

  /** Whether a character may stand in a YAML text as it is, and on one line. */
  static boolean isPrintable(int c) {
    return c >= 0x20
        && c != 0x7F
        && (c < 0x80 || c > 0x9F)
        && c != 0x2028
        && c != 0x2029
        && c != 0xFEFF
        && !(c >= 0xD800 && c <= 0xDFFF)
        && c != 0xFFFE
        && c != 0xFFFF;
  }
}
