package parley.engine.edn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.model.value.Decimal;
import parley.model.value.JsonWriter;
import parley.model.value.Value;

/**
 * Reads one element of EDN to a value. Keywords, symbols and characters are texts, keywords without
 * their colon; lists, vectors and sets are lists; a tagged element is the element. The first thing
 * that is wrong ends it.
 */
public final class EdnReader {

  /** How many elements may stand in one another. */
  public static final int MAX_DEPTH = 512;

  private static final String DELIMITERS = "()[]{}\";";
  private static final Map<String, String> CHARACTERS =
      Map.of("newline", "\n", "return", "\r", "space", " ", "tab", "\t");

  private final String text;
  private int at;
  private int depth;

  private EdnReader(String text) {
    this.text = text;
  }

  /** What reading a text came to. */
  public sealed interface Reading {

    record Read(Value value) implements Reading {}

    /** Why there is none, and the offset in the text. */
    record Wrong(int at, String why) implements Reading {}
  }

  /** The one element that {@code text} writes. */
  public static Reading read(String text) {
    var reader = new EdnReader(text);
    try {
      var value = reader.element();
      reader.skip();
      return reader.at < text.length()
          ? new Reading.Wrong(reader.at, "found more behind the first element")
          : new Reading.Read(value);
    } catch (Unreadable wrong) {
      return new Reading.Wrong(wrong.at, String.valueOf(wrong.getMessage()));
    }
  }

  /** Ends the reading from any depth; never leaves this class. */
  private static final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1;
    private final int at;

    Unreadable(int at, String why) {
      super(why, null, false, false);
      this.at = at;
    }
  }

  private boolean isEnd() {
    return at >= text.length();
  }

  /** White space, commas, comments and what {@code #_} discards. */
  private void skip() {
    while (!isEnd()) {
      var c = text.charAt(at);
      if (Character.isWhitespace(c) || c == ',') {
        at++;
      } else if (c == ';') {
        var end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (text.startsWith("#_", at)) {
        at += 2;
        var _ = element();
      } else {
        return;
      }
    }
  }

  private Value element() {
    if (++depth > MAX_DEPTH) {
      throw new Unreadable(at, "found more than " + MAX_DEPTH + " elements in one another");
    }
    skip();
    if (isEnd()) {
      throw new Unreadable(at, "found the end, expected an element");
    }
    var value = element(text.charAt(at));
    depth--;
    return value;
  }

  private Value element(char first) {
    return switch (first) {
      case '(' -> Value.of(items(')'));
      case '[' -> Value.of(items(']'));
      case '{' -> map(items('}'));
      case '"' -> Value.of(string());
      case '\\' -> Value.of(character());
      case '#' -> tagged();
      case ')', ']', '}' -> throw new Unreadable(at, "found " + first + ", expected an element");
      default -> word(token());
    };
  }

  private List<Value> items(char close) {
    var open = at++;
    var items = new ArrayList<Value>();
    for (skip(); !isEnd() && text.charAt(at) != close; skip()) {
      items.add(element());
    }
    if (isEnd()) {
      throw new Unreadable(open, "found %s without its %s".formatted(text.charAt(open), close));
    }
    at++;
    return items;
  }

  /** Names that are no texts stand as JSON writes them. */
  private Value map(List<Value> items) {
    if (items.size() % 2 != 0) {
      throw new Unreadable(at - 1, "found a name without a value");
    }
    var map = new LinkedHashMap<String, Value>();
    for (var i = 0; i < items.size(); i += 2) {
      var name =
          items.get(i) instanceof Value.Text(var text) ? text : JsonWriter.write(items.get(i));
      map.put(name, items.get(i + 1));
    }
    return Value.of(map);
  }

  private String string() {
    var open = at++;
    var out = new StringBuilder();
    while (!isEnd() && text.charAt(at) != '"') {
      var c = text.charAt(at++);
      out.append(c == '\\' && !isEnd() ? escape() : c);
    }
    if (isEnd()) {
      throw new Unreadable(open, "found a text without its closing \"");
    }
    at++;
    return out.toString();
  }

  private char escape() {
    var c = text.charAt(at++);
    return switch (c) {
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'n' -> '\n';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case '\\', '"' -> c;
      case 'u' -> {
        var hex = text.substring(at, Math.min(at + 4, text.length()));
        at += hex.length();
        yield code(hex).orElseThrow(() -> new Unreadable(at, "found \\u" + hex));
      }
      default -> throw new Unreadable(at - 1, "found \\" + c);
    };
  }

  private static Optional<Character> code(String hex) {
    return hex.matches("[0-9a-fA-F]{4}")
        ? Optional.of((char) Integer.parseInt(hex, 16))
        : Optional.empty();
  }

  private String character() {
    var from = ++at;
    at = Math.min(at + 1, text.length());
    var word = text.substring(from, at) + token();
    if (word.startsWith("u") && word.length() == 5) {
      return code(word.substring(1))
          .map(String::valueOf)
          .orElseThrow(() -> new Unreadable(from, "found \\" + word));
    }
    var named = CHARACTERS.get(word);
    if (named == null && word.codePointCount(0, word.length()) != 1) {
      throw new Unreadable(from, "found \\" + word + ", expected a character");
    }
    return named == null ? word : named;
  }

  private Value tagged() {
    at++;
    if (!isEnd() && text.charAt(at) == '{') {
      return Value.of(items('}'));
    }
    var name = token();
    return switch (name) {
      case "#Inf", "#-Inf", "#NaN" -> Value.of(name.substring(1));
      case "" -> throw new Unreadable(at - 1, "found # without a tag");
      default -> element();
    };
  }

  /** Up to the next space or delimiter. */
  private String token() {
    var from = at;
    while (!isEnd()
        && !Character.isWhitespace(text.charAt(at))
        && text.charAt(at) != ','
        && DELIMITERS.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(from, at);
  }

  private static Value word(String word) {
    return switch (word) {
      case "nil" -> Value.NULL;
      case "true" -> Value.of(true);
      case "false" -> Value.of(false);
      default ->
          number(word).orElseGet(() -> Value.of(word.startsWith(":") ? word.substring(1) : word));
    };
  }

  /** {@code N} and {@code M} behind a number say that it is exact, as all are here. */
  private static Optional<Value> number(String word) {
    var digits = word.startsWith("+") ? word.substring(1) : word;
    return digits.matches("-?\\d[\\d.eE+-]*[NM]?")
        ? Decimal.parse(digits.replaceFirst("[NM]$", "")).map(number -> number)
        : Optional.empty();
  }
}
