package parley.model.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON strictly by RFC 8259: no comments, no trailing commas, no byte order mark. Of names
 * that repeat in a map the last value counts, at the place of the first, as in most readers.
 * Limits: {@link #MAX_DEPTH}, {@link #MAX_CHARACTERS} and those of {@link Decimal}.
 */
public final class JsonReader {

  /** How many lists and maps may stand in one another. */
  public static final int MAX_DEPTH = 256;

  /** The longest text, in UTF-16 code units: 64M. */
  public static final int MAX_CHARACTERS = 1 << 26;

  /** What stands behind the end; as a part of a text it is told apart by the position. */
  private static final char END = '\uFFFF';

  private final String text;
  private int at;
  private JsonReading.@Nullable Unreadable problem;

  private JsonReader(String text) {
    this.text = text;
  }

  /** The value that {@code text} writes, or the first place where it is not JSON. */
  public static JsonReading read(String text) {
    return read(text, MAX_CHARACTERS);
  }

  /** As {@link #read(String)}, refusing more than {@code maxCharacters} UTF-16 code units. */
  public static JsonReading read(String text, int maxCharacters) {
    return text.length() > maxCharacters
        ? new JsonReading.Unreadable(
            0, 1, 1, text.length() + " characters exceed the limit of " + maxCharacters)
        : new JsonReader(text).read();
  }

  private JsonReading read() {
    var value = value(0);
    space();
    if (at < text.length()) {
      fail("the end of the text");
    }
    return problem == null ? new JsonReading.Read(value) : problem;
  }

  private Value value(int depth) {
    space();
    return switch (next()) {
      case '{' -> map(depth + 1);
      case '[' -> list(depth + 1);
      case '"' -> new Value.Text(string());
      case 't' -> word("true", Value.of(true));
      case 'f' -> word("false", Value.of(false));
      case 'n' -> word("null", Value.NULL);
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
      default -> fail("a value");
    };
  }

  private Value map(int depth) {
    var fields = new LinkedHashMap<String, Value>();
    open(depth);
    if (take('}')) {
      return new Value.Fields(fields);
    }
    do {
      field(fields, depth);
    } while (take(','));
    expect('}', "a comma or }");
    return new Value.Fields(fields);
  }

  private void field(Map<String, Value> fields, int depth) {
    space();
    if (next() != '"') {
      fail("a name in double quotes");
      return;
    }
    var name = string();
    expect(':', "a colon");
    fields.put(name, value(depth));
  }

  private Value list(int depth) {
    var items = new ArrayList<Value>();
    open(depth);
    if (take(']')) {
      return new Value.Items(items);
    }
    do {
      items.add(value(depth));
    } while (take(','));
    expect(']', "a comma or ]");
    return new Value.Items(items);
  }

  private void open(int depth) {
    if (depth > MAX_DEPTH) {
      problem("more than " + MAX_DEPTH + " lists and maps in one another");
    }
    at++;
  }

  private Value word(String word, Value value) {
    if (!text.startsWith(word, at)) {
      return fail("a value");
    }
    at += word.length();
    return value;
  }

  private Value number() {
    var from = at;
    skip(c -> "0123456789+-.eE".indexOf(c) >= 0);
    var written = text.substring(from, at);
    var number = Decimal.parse(written);
    if (number.isEmpty()) {
      at = from;
      return problem(badNumber(written));
    }
    return number.get();
  }

  private static String badNumber(String written) {
    return written.length() > Decimal.MAX_CHARACTERS
        ? "a number of %d characters exceeds the limit of %d"
            .formatted(written.length(), Decimal.MAX_CHARACTERS)
        : "found " + written + ", expected a number as JSON writes it, up to 1e9999";
  }

  private String string() {
    var from = ++at;
    skip(c -> c >= ' ' && c != '"' && c != '\\');
    if (next() == '"') {
      return text.substring(from, at++);
    }
    var string = new StringBuilder().append(text, from, at);
    while (next() == '\\') {
      at++;
      string.append(escape());
      var more = at;
      skip(c -> c >= ' ' && c != '"' && c != '\\');
      string.append(text, more, at);
    }
    if (next() == '"') {
      at++;
    } else {
      fail("a double quote; control characters in a text are written \\u00XX");
    }
    return string.toString();
  }

  private char escape() {
    var at = this.at;
    var letter = next();
    var index = "\"\\/bfnrt".indexOf(letter);
    if (index >= 0) {
      this.at++;
      return "\"\\/\b\f\n\r\t".charAt(index);
    }
    this.at++;
    skip(c -> this.at < at + 5 && Character.digit(c, 16) >= 0 && c < 0x80);
    if (letter != 'u' || this.at != at + 5) {
      this.at = at;
      fail("one of \" \\ / b f n r t or u with four hex digits");
      return END;
    }
    return (char) Integer.parseInt(text, at + 1, at + 5, 16);
  }

  private void expect(char wanted, String expected) {
    if (!take(wanted)) {
      fail(expected);
    }
  }

  private boolean take(char wanted) {
    space();
    var there = next() == wanted;
    at += there ? 1 : 0;
    return there;
  }

  private void space() {
    skip(c -> c == ' ' || c == '\n' || c == '\r' || c == '\t');
  }

  private void skip(IntPredicate wanted) {
    while (at < text.length() && wanted.test(text.charAt(at))) {
      at++;
    }
  }

  private char next() {
    return at < text.length() ? text.charAt(at) : END;
  }

  private Value fail(String expected) {
    return problem("found " + found() + ", expected " + expected);
  }

  /** The first problem counts; the rest of the text is given up, so that every loop ends. */
  private Value problem(String message) {
    if (problem == null) {
      var line = (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
      var column = at - text.lastIndexOf('\n', at - 1);
      problem = new JsonReading.Unreadable(at, line, column, message);
    }
    at = text.length();
    return Value.NULL;
  }

  private String found() {
    if (at >= text.length()) {
      return "the end of the text";
    }
    var found = text.codePointAt(at);
    return Character.isISOControl(found) || Character.getType(found) == Character.SURROGATE
        ? "U+%04X".formatted(found)
        : Character.toString(found);
  }
}
