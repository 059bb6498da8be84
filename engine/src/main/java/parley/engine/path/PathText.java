package parley.engine.path;

import java.util.function.IntPredicate;
import parley.model.value.Decimal;
import parley.model.value.Value;

/**
 * The characters of a path and the place reached; the first problem counts and ends the reading.
 */
final class PathText {

  /** Stands behind the end. */
  static final char END = '\uFFFF';

  /** How large an index may be (RFC 9535, 2.1): what a double holds exactly. */
  private static final long MAX_INDEX = (1L << 53) - 1;

  private final String text;
  private int at;
  private int problemAt = -1;
  private String problem = "";

  PathText(String text, int from) {
    this.text = text;
    this.at = from;
  }

  int at() {
    return at;
  }

  void back(int to) {
    at = to;
  }

  boolean failed() {
    return problemAt >= 0;
  }

  PathReading.Wrong wrong() {
    return new PathReading.Wrong(problemAt, problem);
  }

  char next() {
    return peek(0);
  }

  char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : END;
  }

  boolean take(String wanted) {
    var there = text.startsWith(wanted, at);
    at += there ? wanted.length() : 0;
    return there;
  }

  void expect(String wanted, String expected) {
    if (!take(wanted)) {
      fail(expected);
    }
  }

  void space() {
    skip(c -> c == ' ' || c == '\n' || c == '\r' || c == '\t');
  }

  String skip(IntPredicate wanted) {
    var from = at;
    while (at < text.length() && wanted.test(text.charAt(at))) {
      at++;
    }
    return text.substring(from, at);
  }

  void fail(String expected) {
    var found = at < text.length() ? Character.toString(text.codePointAt(at)) : "the end";
    failAt(at, "found " + found + ", expected " + expected);
  }

  void failAt(int place, String message) {
    if (problemAt < 0) {
      problemAt = place;
      problem = message;
    }
    at = text.length();
  }

  /** RFC 9535, 2.3.3.1: no leading zeros, no -0. */
  long integer() {
    var from = at;
    take("-");
    skip(c -> c >= '0' && c <= '9');
    var digits = text.substring(from, at);
    if (!digits.matches("0|-?[1-9][0-9]{0,15}") || Math.abs(Long.parseLong(digits)) > MAX_INDEX) {
      failAt(from, "found " + digits + ", expected an index without leading zeros up to 2^53-1");
      return 0;
    }
    return Long.parseLong(digits);
  }

  Value number() {
    var from = at;
    var digits = skip(c -> "0123456789+-.eE".indexOf(c) >= 0);
    var number = Decimal.parse(digits);
    if (number.isEmpty()) {
      failAt(from, "found " + digits + ", expected a number as JSON writes it");
    }
    return number.<Value>map(some -> some).orElse(Value.NULL);
  }

  /** A text in the quotes that come next (RFC 9535, 2.3.1.1). */
  String string() {
    var quote = next();
    at++;
    var string = new StringBuilder();
    while (next() >= ' ' && next() != quote && at < text.length()) {
      string.append(next() == '\\' ? escape(quote) : text.charAt(at++));
    }
    expect(String.valueOf(quote), "the closing " + quote);
    return string.toString();
  }

  private String escape(char quote) {
    var letter = peek(1);
    var index = "/\\bfnrt".indexOf(letter);
    if (index < 0 && letter != quote) {
      return numberedEscape();
    }
    at += 2;
    return index < 0 ? String.valueOf(quote) : "/\\\b\f\n\r\t".substring(index, index + 1);
  }

  /** One {@code \\uXXXX}, or two of them that make a pair. */
  private String numberedEscape() {
    var from = at;
    var high = unit();
    if (Character.isHighSurrogate(high) && text.startsWith("\\u", at)) {
      var low = unit();
      if (Character.isLowSurrogate(low)) {
        return new String(new char[] {high, low});
      }
    }
    if (Character.isSurrogate(high)) {
      failAt(from, "found half of a surrogate pair, expected both halves");
    }
    return String.valueOf(high);
  }

  private char unit() {
    var from = at;
    if (!text.regionMatches(at, "\\u", 0, 2)) {
      at = Math.min(at + 1, text.length());
      fail("an escape that JSON has, or that of the quotes around");
      return END;
    }
    at += 2;
    skip(c -> at < from + 6 && "0123456789abcdefABCDEF".indexOf(c) >= 0);
    if (at != from + 6) {
      fail("four hex digits");
      return END;
    }
    return (char) Integer.parseInt(text, from + 2, at, 16);
  }
}
