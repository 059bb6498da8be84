package parley.report.test;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;

/**
 * Writes an XML 1.0 document with an element a line. Characters that XML cannot hold are written as
 * escapes that can be seen, such as {@code \x1b}.
 */
final class Xml {

  private final StringBuilder out =
      new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  private final Deque<String> open = new ArrayDeque<>();

  /** Begins an element; attributes go as names and values in turn. */
  Xml begin(String name, String... attributes) {
    tag(name, attributes).append(">\n");
    open.push(name);
    return this;
  }

  Xml end() {
    var name = open.pop();
    indent().append("</").append(name).append(">\n");
    return this;
  }

  /** An element without content. */
  Xml empty(String name, String... attributes) {
    tag(name, attributes).append("/>\n");
    return this;
  }

  /** An element that holds {@code text} and nothing else. */
  Xml text(String name, String text, String... attributes) {
    tag(name, attributes).append('>').append(escape(text, false));
    out.append("</").append(name).append(">\n");
    return this;
  }

  private StringBuilder tag(String name, String... attributes) {
    indent().append('<').append(name);
    for (var i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      out.append(escape(attributes[i + 1], true)).append('"');
    }
    return out;
  }

  private StringBuilder indent() {
    return out.append("  ".repeat(open.size()));
  }

  private static String escape(String text, boolean attribute) {
    var escaped = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(point -> append(escaped, point, attribute));
    return escaped.toString();
  }

  private static void append(StringBuilder escaped, int point, boolean attribute) {
    switch (point) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append(attribute ? "&quot;" : "\"");
      case '\n', '\t' -> space(escaped, point, attribute);
      case '\r' -> escaped.append("&#13;");
      default -> characterOrEscape(escaped, point);
    }
  }

  /** A parser makes a space of what stands for one in an attribute. */
  private static void space(StringBuilder escaped, int point, boolean attribute) {
    if (attribute) {
      escaped.append("&#").append(point).append(';');
    } else {
      escaped.append((char) point);
    }
  }

  private static void characterOrEscape(StringBuilder escaped, int point) {
    if (isCharacter(point)) {
      escaped.appendCodePoint(point);
    } else if (point < 0x100) {
      escaped.append("\\x").append(HexFormat.of().toHexDigits((byte) point));
    } else {
      escaped.append("\\u").append(HexFormat.of().toHexDigits((char) point));
    }
  }

  /** XML 1.0, 2.2, without the controls that it only discourages. */
  private static boolean isCharacter(int point) {
    return (point >= 0x20 && point < 0x7F)
        || (point > 0x9F && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || point >= 0x10000;
  }

  /** Writes what is there so far and forgets it. */
  void moveTo(Appendable to) throws IOException {
    to.append(out);
    out.setLength(0);
  }

  /** The document as far as it was not moved. */
  @Override
  public String toString() {
    return out.toString();
  }
}
