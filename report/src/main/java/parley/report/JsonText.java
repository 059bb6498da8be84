package parley.report;

import java.util.HexFormat;
import java.util.List;

/**
 * Writes one JSON object on one line, fields in the order of the calls, texts without secrets. Not
 * for several threads.
 */
public final class JsonText {

  private final Redaction redaction;
  private final StringBuilder out = new StringBuilder(128).append('{');

  /** Of which every text is taken through {@code redaction}. */
  public JsonText(Redaction redaction) {
    this.redaction = redaction;
  }

  /** A text without its secrets. */
  public JsonText put(String name, String value) {
    return putPlain(name, redaction.in(value));
  }

  /** A text as it is, which can hold no secret. */
  public JsonText putPlain(String name, String value) {
    name(name);
    quote(value);
    return this;
  }

  /** A value that is JSON already and holds no secret. */
  public JsonText putJson(String name, String json) {
    name(name);
    out.append(json);
    return this;
  }

  public JsonText put(String name, long value) {
    name(name);
    out.append(value);
    return this;
  }

  public JsonText put(String name, boolean value) {
    name(name);
    out.append(value);
    return this;
  }

  public JsonText put(String name, JsonText value) {
    name(name);
    out.append(value);
    return this;
  }

  public JsonText putTexts(String name, List<String> values) {
    name(name);
    out.append('[');
    for (var i = 0; i < values.size(); i++) {
      out.append(i == 0 ? "" : ",");
      quote(redaction.in(values.get(i)));
    }
    out.append(']');
    return this;
  }

  public JsonText putNumbers(String name, List<Long> values) {
    return putJson(name, values.toString());
  }

  public JsonText putObjects(String name, List<JsonText> values) {
    name(name);
    out.append('[');
    for (var i = 0; i < values.size(); i++) {
      out.append(i == 0 ? "" : ",").append(values.get(i));
    }
    out.append(']');
    return this;
  }

  private void name(String name) {
    if (out.length() > 1) {
      out.append(',');
    }
    quote(name);
    out.append(':');
  }

  private void quote(String text) {
    out.append('"');
    for (var i = 0; i < text.length(); i++) {
      quote(text.charAt(i));
    }
    out.append('"');
  }

  private void quote(char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> quoteRest(c);
    }
  }

  private void quoteRest(char c) {
    if (c < 0x20 || c == 0x7F || c == 0x2028 || c == 0x2029 || Character.isSurrogate(c)) {
      out.append("\\u").append(HexFormat.of().toHexDigits(c));
    } else {
      out.append(c);
    }
  }

  /** The object, complete. */
  @Override
  public String toString() {
    return out + "}";
  }
}
