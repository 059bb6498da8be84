package parley.report;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import parley.protocol.frame.Bytes;

/**
 * Text from a peer made safe and readable for a terminal: what would move the cursor, change
 * colours, reorder the line or cannot be seen is written as an escape such as {@code \x1b}.
 */
public final class Visible {

  private static final HexFormat HEX = HexFormat.of();

  private Visible() {}

  /** All of {@code text} on one line; line feeds and tabs become {@code \n} and {@code \t}. */
  public static String line(String text) {
    return escape(text, false);
  }

  /** All of {@code text}; line feeds, CRLF and tabs stay. */
  public static String lines(String text) {
    return escape(text, true);
  }

  private static String escape(String text, boolean multiline) {
    var first = firstHidden(text, multiline);
    if (first < 0) {
      return text;
    }
    var out = new StringBuilder(text.length() + 16).append(text, 0, first);
    for (var i = first; i < text.length(); ) {
      var point = text.codePointAt(i);
      i += Character.charCount(point);
      if (isShown(point, multiline)) {
        out.appendCodePoint(point);
      } else {
        appendEscape(out, point);
      }
    }
    return out.toString();
  }

  private static int firstHidden(String text, boolean multiline) {
    for (var i = 0; i < text.length(); i++) {
      if (!isShown(text.charAt(i), multiline)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isShown(int point, boolean multiline) {
    if (point == '\n' || point == '\t') {
      return multiline;
    }
    if (point < 0x7F) {
      return point >= 0x20;
    }
    return !isHiddenBeyondAscii(point);
  }

  private static boolean isHiddenBeyondAscii(int point) {
    return point <= 0x9F
        || (point >= 0x200B && point <= 0x200F)
        || point == 0x2028
        || point == 0x2029
        || (point >= 0x202A && point <= 0x202E)
        || (point >= 0x2066 && point <= 0x2069)
        || point == 0xFEFF;
  }

  private static void appendEscape(StringBuilder out, int point) {
    switch (point) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case 0 -> out.append("\\0");
      default -> appendCode(out, point);
    }
  }

  private static void appendCode(StringBuilder out, int point) {
    if (point < 0x100) {
      out.append("\\x").append(HEX.toHexDigits((byte) point));
    } else {
      out.append("\\u").append(HEX.toHexDigits((char) point));
    }
  }

  /**
   * The start of {@code payload} on one line: text in quotes when it is text, else hex pairs.
   *
   * @param most how many bytes are shown at most; an ellipsis tells that there are more
   */
  public static String preview(Bytes payload, int most) {
    var shown = payload.slice(0, Math.min(payload.size(), most));
    var more = payload.size() > most ? "…" : "";
    if (isReadable(shown)) {
      return '"' + line(shown.toText()) + '"' + more;
    }
    return pairs(shown) + more;
  }

  private static boolean isReadable(Bytes bytes) {
    for (var i = 0; i < bytes.size(); i++) {
      var value = bytes.at(i);
      if (value >= 0 && value < 0x20 && value != '\n' && value != '\r' && value != '\t') {
        return false;
      }
    }
    return isUtf8Start(bytes);
  }

  /** Whether the bytes are UTF-8, perhaps cut within the last character. */
  private static boolean isUtf8Start(Bytes bytes) {
    for (var cut = 0; cut <= Math.min(3, bytes.size()); cut++) {
      if (bytes.slice(0, bytes.size() - cut).isUtf8()) {
        return true;
      }
    }
    return false;
  }

  /** Hex pairs with a space between them. */
  public static String pairs(Bytes bytes) {
    return HexFormat.ofDelimiter(" ").formatHex(bytes.toArray());
  }

  /**
   * A UTF-8 text as it is, with U+FFFD for what is none, and without what a terminal would obey.
   */
  public static String text(Bytes payload) {
    return lines(new String(payload.toArray(), StandardCharsets.UTF_8));
  }
}
