package parley.report;

import java.util.ArrayList;
import java.util.List;

/** Text in the columns of a terminal: how wide it is there, cut and filled to a width. */
public final class Columns {

  private static final String ELLIPSIS = "…";

  private Columns() {}

  /** How many columns {@code text}, without escape sequences, takes. */
  public static int width(String text) {
    var width = 0;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      width += width(text.codePointAt(at));
    }
    return width;
  }

  private static int width(int point) {
    if (point < 0x300) {
      return 1;
    }
    return isCombining(point) ? 0 : isWide(point) ? 2 : 1;
  }

  private static boolean isCombining(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
      default -> false;
    };
  }

  /** East Asian wide and full-width characters, and the pictures that terminals draw as wide. */
  private static boolean isWide(int point) {
    return (point >= 0x1100 && point <= 0x115F)
        || (point >= 0x2E80 && point <= 0xA4CF && point != 0x303F)
        || (point >= 0xAC00 && point <= 0xD7A3)
        || (point >= 0xF900 && point <= 0xFAFF)
        || (point >= 0xFE30 && point <= 0xFE6F)
        || (point >= 0xFF00 && point <= 0xFF60)
        || (point >= 0xFFE0 && point <= 0xFFE6)
        || (point >= 0x1F300 && point <= 0x1FAFF)
        || (point >= 0x20000 && point <= 0x3FFFD);
  }

  /** The start of {@code text}, with an ellipsis when it does not fit into {@code columns}. */
  public static String head(String text, int columns) {
    if (text.length() <= columns / 2 || width(text) <= columns) {
      return text;
    }
    var end = 0;
    var used = 1;
    while (used + width(text.codePointAt(end)) <= columns) {
      used += width(text.codePointAt(end));
      end += Character.charCount(text.codePointAt(end));
    }
    return columns < 1 ? "" : text.substring(0, end) + ELLIPSIS;
  }

  /** The end of {@code text}, after an ellipsis when it does not fit into {@code columns}. */
  public static String tail(String text, int columns) {
    if (width(text) <= columns) {
      return text;
    }
    var start = text.length();
    var used = 1;
    while (used + width(text.codePointBefore(start)) <= columns) {
      used += width(text.codePointBefore(start));
      start -= Character.charCount(text.codePointBefore(start));
    }
    return columns < 1 ? "" : ELLIPSIS + text.substring(start);
  }

  /** {@code text} with spaces behind it up to {@code columns}, or as it is when it is wider. */
  public static String left(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - width(text)));
  }

  /** {@code text} with spaces before it up to {@code columns}, or as it is when it is wider. */
  public static String right(String text, int columns) {
    return " ".repeat(Math.max(0, columns - width(text))) + text;
  }

  /** {@code text} on lines of at most {@code columns}, broken at spaces where there are some. */
  public static List<String> wrap(String text, int columns) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (var word : text.split(" ", -1)) {
      if (!line.isEmpty() && width(line.toString()) + 1 + width(word) > columns) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
