package parley.model.value;

import java.util.List;
import java.util.Map;

/**
 * Writes values as JSON (RFC 8259) without white space: numbers as they were written, names in
 * their order, in texts only what must be escaped. Halves of surrogate pairs are escaped, so the
 * text can always be encoded as UTF-8.
 */
public final class JsonWriter {

  private final StringBuilder out = new StringBuilder();
  private final int maxCharacters;

  private JsonWriter(int maxCharacters) {
    this.maxCharacters = maxCharacters;
  }

  /** The JSON text of {@code value}, however long: lists in lists may share their items. */
  public static String write(Value value) {
    return begin(value, Integer.MAX_VALUE);
  }

  /** The same, or so much of its beginning: {@code maxCharacters} UTF-16 code units at most. */
  public static String begin(Value value, int maxCharacters) {
    var writer = new JsonWriter(maxCharacters);
    writer.value(value);
    return writer.out.substring(0, Math.min(maxCharacters, writer.out.length()));
  }

  private boolean isFull() {
    return out.length() >= maxCharacters;
  }

  private void value(Value value) {
    switch (value) {
      case Value.Null _ -> out.append("null");
      case Value.Bool bool -> out.append(bool.value());
      case Decimal number -> out.append(number.text());
      case Value.Text text -> string(text.text());
      case Value.Items items -> list(items.all());
      case Value.Fields fields -> map(fields.all());
    }
  }

  private void list(List<Value> items) {
    out.append('[');
    for (var item : items) {
      if (isFull()) {
        return;
      }
      value(item);
      out.append(',');
    }
    close(']', items.isEmpty());
  }

  private void map(Map<String, Value> fields) {
    out.append('{');
    for (var field : fields.entrySet()) {
      if (isFull()) {
        return;
      }
      string(field.getKey());
      out.append(':');
      value(field.getValue());
      out.append(',');
    }
    close('}', fields.isEmpty());
  }

  /** In place of the last comma, where there is one. */
  private void close(char bracket, boolean empty) {
    out.setLength(out.length() - (empty ? 0 : 1));
    out.append(bracket);
  }

  private void string(String text) {
    out.append('"');
    text.codePoints().takeWhile(_ -> !isFull()).forEach(this::character);
    out.append('"');
  }

  private void character(int c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> plainOrNumbered(c);
    }
  }

  private void plainOrNumbered(int c) {
    if (c < ' ' || Character.getType(c) == Character.SURROGATE) {
      out.append("\\u%04x".formatted(c));
    } else {
      out.appendCodePoint(c);
    }
  }
}
