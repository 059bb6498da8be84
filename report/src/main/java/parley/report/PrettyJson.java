package parley.report;

import java.util.Optional;
import parley.report.Palette.Ink;

/**
 * Lays out JSON text with one value a line. Works on the text and not on values: every number,
 * escape and key stays as it was written.
 */
public final class PrettyJson {

  private static final int MAX_DEPTH = 200;

  private final String source;
  private final Palette palette;
  private final StringBuilder out = new StringBuilder();
  private int at;

  private PrettyJson(String source, Palette palette) {
    this.source = source;
    this.palette = palette;
  }

  /** The laid out text without a line feed at its end; empty unless {@code text} is JSON. */
  public static Optional<String> of(String text, Palette palette) {
    var layout = new PrettyJson(text, palette);
    return layout.value(0) && layout.atEnd()
        ? Optional.of(layout.out.toString())
        : Optional.empty();
  }

  private boolean atEnd() {
    space();
    return at == source.length();
  }

  private boolean value(int depth) {
    space();
    if (at >= source.length() || depth > MAX_DEPTH) {
      return false;
    }
    return switch (source.charAt(at)) {
      case '{' -> group('}', depth, true);
      case '[' -> group(']', depth, false);
      case '"' -> string(Ink.TEXT);
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    };
  }

  private boolean group(char end, int depth, boolean named) {
    out.append(source.charAt(at++));
    space();
    if (peek() == end) {
      out.append(source.charAt(at++));
      return true;
    }
    do {
      newLine(depth + 1);
      if ((named && !name()) || !value(depth + 1)) {
        return false;
      }
      space();
    } while (comma());
    if (peek() != end) {
      return false;
    }
    newLine(depth);
    out.append(source.charAt(at++));
    return true;
  }

  private boolean name() {
    space();
    if (peek() != '"' || !string(Ink.NAME)) {
      return false;
    }
    space();
    if (peek() != ':') {
      return false;
    }
    at++;
    out.append(": ");
    return true;
  }

  private boolean comma() {
    if (peek() != ',') {
      return false;
    }
    at++;
    out.append(',');
    return true;
  }

  private boolean string(Ink ink) {
    var from = at++;
    while (at < source.length() && source.charAt(at) != '"') {
      at += source.charAt(at) == '\\' ? 2 : 1;
    }
    if (at >= source.length()) {
      return false;
    }
    at++;
    out.append(palette.paint(ink, Visible.line(source.substring(from, at))));
    return true;
  }

  private boolean word(String word) {
    if (!source.startsWith(word, at)) {
      return false;
    }
    at += word.length();
    out.append(palette.paint(Ink.WORD, word));
    return true;
  }

  private boolean number() {
    var from = at;
    while (at < source.length() && "+-.0123456789eE".indexOf(source.charAt(at)) >= 0) {
      at++;
    }
    if (from == at) {
      return false;
    }
    out.append(palette.paint(Ink.NUMBER, source.substring(from, at)));
    return true;
  }

  private void newLine(int depth) {
    out.append('\n').append("  ".repeat(depth));
  }

  private void space() {
    while (at < source.length() && " \t\r\n".indexOf(source.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() {
    return at < source.length() ? source.charAt(at) : 0;
  }
}
