package parley.report;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A regular expression for a text in which each character may stand as itself or in any of the ways
 * in which texts are escaped: JSON's, also within a text of JSON, XML's and HTML's, those of URLs,
 * and those of {@link Visible}.
 */
final class Escapes {

  private static final Map<Integer, String> XML =
      Map.of('&' + 0, "amp", '<' + 0, "lt", '>' + 0, "gt", '"' + 0, "quot", '\'' + 0, "apos");

  private static final Map<Integer, String> JSON =
      Map.of('\n' + 0, "n", '\r' + 0, "r", '\t' + 0, "t", '\b' + 0, "b", '\f' + 0, "f", 0, "0");

  private Escapes() {}

  static String of(String text) {
    var out = new StringBuilder();
    text.codePoints().forEach(point -> out.append(ways(point)));
    return out.toString();
  }

  /** The characters that a match may begin with. */
  static String firsts(String text) {
    return "\\&%+" + Character.toString(text.codePointAt(0));
  }

  private static String ways(int point) {
    Set<String> ways = new LinkedHashSet<>();
    ways.add(utf16(point));
    ways.add("&#0*" + point + ";");
    ways.add("&#[xX]0*(?i:" + Integer.toHexString(point) + ");");
    ways.add(percent(point));
    if (point < 0x100) {
      ways.add("\\\\+x(?i:" + hex(point, 2) + ")");
    }
    if (XML.containsKey(point)) {
      ways.add("&" + XML.get(point) + ";");
    }
    if (JSON.containsKey(point)) {
      ways.add("\\\\+" + JSON.get(point));
    }
    if (point == ' ') {
      ways.add("\\+");
    }
    ways.add(itself(point)); // last, since it is how others begin
    return "(?:" + String.join("|", ways) + ")";
  }

  /** Behind backslashes where JSON wants one, which JSON within JSON doubles. */
  private static String itself(int point) {
    var quoted = Pattern.quote(Character.toString(point));
    return point == '\\' ? "\\\\+" : point == '"' || point == '/' ? "\\\\*" + quoted : quoted;
  }

  private static String utf16(int point) {
    var out = new StringBuilder();
    for (var unit : Character.toChars(point)) {
      out.append("\\\\+u(?i:").append(hex(unit, 4)).append(')');
    }
    return out.toString();
  }

  /** RFC 3986, 2.1: the case of the hex digits does not matter. */
  private static String percent(int point) {
    var bytes = Character.toString(point).getBytes(StandardCharsets.UTF_8);
    return "(?i:%" + HexFormat.ofDelimiter("%").formatHex(bytes) + ")";
  }

  private static String hex(int value, int digits) {
    return String.format(Locale.ROOT, "%0" + digits + "x", value);
  }
}
