package parley.engine.path;

import java.nio.ByteBuffer;
import parley.engine.path.PathScanner.Step;
import parley.model.value.Decimal;
import parley.model.value.JsonReader;
import parley.model.value.Value;
import parley.protocol.frame.Bytes;

/**
 * Decides comparisons on the bytes of a message without allocating. It reads all of the message, so
 * that bytes that are not JSON are never decided and of a repeated name the last counts, and it
 * decides only plain cases, so that its answer never differs from that of comparing values. Left
 * undecided are: a missing node, kinds that do not compare, an escape in the compared text or in a
 * name beside the path, numbers beyond 18 digits or with an exponent in the comparison, exponents
 * beyond 999 anywhere. One scan at a time; a session keeps one and uses it again.
 */
public final class JsonScan {

  /** What a scan came to. */
  public enum Verdict {
    TRUE,
    FALSE,
    /** Compare the values. */
    UNDECIDED
  }

  private static final int OFF_PATH = -1;

  private ByteBuffer bytes = ByteBuffer.allocate(0);
  private int at;
  private int end;
  private boolean broken;
  private boolean escaped;
  private Verdict verdict = Verdict.UNDECIDED;

  /** Ready for any number of scans, one after the other. */
  public JsonScan() {}

  /**
   * Decides {@code scanner} for what remains in {@code json}, valid UTF-8, whose position stays.
   */
  public Verdict scan(PathScanner scanner, ByteBuffer json) {
    bytes = json;
    at = json.position();
    end = json.limit();
    broken = json.remaining() > JsonReader.MAX_CHARACTERS;
    verdict = Verdict.UNDECIDED;
    value(scanner, 0, 0);
    space();
    return broken || at < end ? Verdict.UNDECIDED : verdict;
  }

  private void value(PathScanner scanner, int level, int depth) {
    space();
    var from = at;
    var isTarget = level == scanner.depth();
    skip(scanner, isTarget ? OFF_PATH : level, depth);
    if (isTarget && !broken) {
      verdict = judge(scanner, from);
    }
  }

  private void skip(PathScanner scanner, int level, int depth) {
    switch (next()) {
      case '{' -> map(scanner, level, depth + 1);
      case '[' -> list(scanner, level, depth + 1);
      case '"' -> string();
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    }
  }

  private void map(PathScanner scanner, int level, int depth) {
    open(depth);
    if (take('}')) {
      return;
    }
    do {
      member(scanner, level, depth);
    } while (take(','));
    expect('}');
  }

  private void member(PathScanner scanner, int level, int depth) {
    space();
    var from = at + 1;
    string();
    var to = at - 1;
    var wanted = !broken && level >= 0 && isNamed(scanner.step(level), from, to);
    expect(':');
    child(scanner, wanted ? level + 1 : OFF_PATH, depth);
  }

  private void child(PathScanner scanner, int level, int depth) {
    if (level >= 0) {
      // What a repeated name said before counts no more.
      verdict = Verdict.UNDECIDED;
    }
    value(scanner, level, depth);
  }

  private boolean isNamed(Step step, int from, int to) {
    if (!(step instanceof Step.Member(var name))) {
      return false;
    }
    broken |= escaped;
    return name.size() == to - from && order(name, from, to) == 0;
  }

  private void list(PathScanner scanner, int level, int depth) {
    open(depth);
    if (take(']')) {
      return;
    }
    var index = 0L;
    do {
      var wanted =
          level >= 0 && scanner.step(level) instanceof Step.Element place && place.index() == index;
      child(scanner, wanted ? level + 1 : OFF_PATH, depth);
      index++;
    } while (take(','));
    expect(']');
  }

  private void open(int depth) {
    at++;
    if (depth > JsonReader.MAX_DEPTH) {
      fail();
    }
  }

  private void word(String word) {
    for (var i = 0; i < word.length(); i++) {
      if (next() != word.charAt(i)) {
        fail();
        return;
      }
      at++;
    }
  }

  private void number() {
    var from = at;
    at += next() == '-' ? 1 : 0;
    var whole = next() == '0' ? 1 : digits();
    at += next() == '0' ? 1 : 0;
    var fraction = takeByte('.') ? digits() : 1;
    var exponent = takeByte('e') || takeByte('E') ? exponent() : 1;
    var complete = whole > 0 && fraction > 0 && exponent > 0;
    if (!complete || exponent > 3 || at - from > Decimal.MAX_CHARACTERS) {
      fail();
    }
  }

  private int exponent() {
    at += next() == '+' || next() == '-' ? 1 : 0;
    return digits();
  }

  private int digits() {
    var from = at;
    while (isDigit(next())) {
      at++;
    }
    return at - from;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private void string() {
    escaped = false;
    if (next() != '"') {
      fail();
    }
    at++;
    while (at < end && next() != '"') {
      character();
    }
    at++;
    if (at > end) {
      fail();
    }
  }

  private void character() {
    var c = bytes.get(at++);
    if (c >= 0 && c < ' ') {
      fail();
    } else if (c == '\\') {
      escaped = true;
      escape();
    }
  }

  private void escape() {
    var letter = next();
    at++;
    if (letter == 'u') {
      for (var i = 0; i < 4; i++, at++) {
        if (Character.digit(next(), 16) < 0) {
          fail();
        }
      }
    } else if ("\"\\/bfnrt".indexOf(letter) < 0) {
      fail();
    }
  }

  private Verdict judge(PathScanner scanner, int from) {
    int first = bytes.get(from);
    return switch (scanner.constant()) {
      case Value.Text _ when first == '"' -> judgeText(scanner, from + 1, at - 1);
      case Decimal _ when first == '-' || isDigit(first) -> judgeNumber(scanner, from, at);
      case Value.Bool bool when first == 't' || first == 'f' ->
          verdict(scanner, bool.value() == (first == 't') ? 0 : 1);
      case Value.Null _ -> verdict(scanner, first == 'n' ? 0 : 1);
      case Value _ -> judgeOtherKind(scanner, first);
    };
  }

  /** Null differs from every other value; all other kinds do not compare with one another. */
  private static Verdict judgeOtherKind(PathScanner scanner, int first) {
    return first == 'n' && scanner.comparison().isEquality()
        ? verdict(scanner, 1)
        : Verdict.UNDECIDED;
  }

  private static Verdict verdict(PathScanner scanner, int order) {
    return scanner.comparison().holds(order) ? Verdict.TRUE : Verdict.FALSE;
  }

  private Verdict judgeText(PathScanner scanner, int from, int to) {
    return escaped ? Verdict.UNDECIDED : verdict(scanner, -order(scanner.text(), from, to));
  }

  /** The order of {@code wanted} and the bytes between {@code from} and {@code to}. */
  private int order(Bytes wanted, int from, int to) {
    var both = Math.min(wanted.size(), to - from);
    for (var i = 0; i < both; i++) {
      var order = Byte.compareUnsigned(wanted.at(i), bytes.get(from + i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(wanted.size(), to - from);
  }

  private Verdict judgeNumber(PathScanner scanner, int from, int to) {
    var negative = bytes.get(from) == '-';
    var digits = 0L;
    var point = to;
    for (var i = from + (negative ? 1 : 0); i < to; i++) {
      var c = bytes.get(i);
      if (c == '.') {
        point = i;
      } else if (isDigit(c)) {
        digits = digits * 10 + (c - '0');
      } else {
        return Verdict.UNDECIDED;
      }
    }
    var scale = point == to ? 0 : to - point - 1;
    return to - from > PlainNumber.MAX_DIGITS
        ? Verdict.UNDECIDED
        : verdict(scanner, scanner.number().orderOf(negative ? -digits : digits, scale));
  }

  private void expect(char wanted) {
    if (!take(wanted)) {
      fail();
    }
  }

  private boolean take(char wanted) {
    space();
    return takeByte(wanted);
  }

  private boolean takeByte(char wanted) {
    var there = next() == wanted;
    at += there ? 1 : 0;
    return there;
  }

  private void space() {
    while (next() == ' ' || next() == '\n' || next() == '\r' || next() == '\t') {
      at++;
    }
  }

  /** The byte that comes next, 0 at the end, which is no part of JSON either. */
  private int next() {
    return at < end ? bytes.get(at) : 0;
  }

  private void fail() {
    broken = true;
    at = end;
  }
}
