package parley.runner.snapshot;

import java.util.Optional;
import parley.model.snapshot.Kept;
import parley.model.snapshot.Mask;
import parley.model.value.JsonWriter;
import parley.model.value.Value;

/**
 * What is compared of a message, or of an end: a value with {@link #placeholder}s where it is
 * masked.
 */
record Plain(Form form, Value value) {

  /** A noncharacter, so that a placeholder is not taken for what a server sent. */
  private static final String PLACE = "\uFFFF";

  enum Form {
    JSON,
    TEXT,
    BINARY,
    CLOSED
  }

  static Plain of(Kept kept) {
    return switch (kept) {
      case Kept.Message message ->
          switch (message.content()) {
            case Kept.Content.Json(var value) -> new Plain(Form.JSON, value);
            case Kept.Content.Text(var text) -> new Plain(Form.TEXT, Value.of(text));
            case Kept.Content.Binary(var bytes) -> new Plain(Form.BINARY, Value.of(bytes.toHex()));
          };
      case Kept.Closed(_, var code, var reason, _) ->
          new Plain(Form.CLOSED, Value.of(("closed with " + code + " " + reason).strip()));
    };
  }

  /** What stands in place of a masked value. */
  static Value placeholder(Mask.Rule rule) {
    return Value.of(PLACE + rule.word());
  }

  /** The word of the rule, when the value is a placeholder. */
  static Optional<String> wordOf(Value value) {
    return value instanceof Value.Text(var text) && text.startsWith(PLACE)
        ? Optional.of(text.substring(PLACE.length()))
        : Optional.empty();
  }

  /** The message on a line. */
  String shown() {
    return switch (form) {
      case JSON -> shown(value);
      case TEXT -> "text " + shown(value);
      case BINARY -> "bytes " + shown(value);
      case CLOSED -> value instanceof Value.Text(var text) ? text : shown(value);
    };
  }

  /** A value as JSON, with placeholders in angle brackets. */
  static String shown(Value value) {
    return JsonWriter.write(readable(value));
  }

  /** The value with placeholders as people read them. */
  static Value readable(Value value) {
    return Walk.of(value, (_, one) -> wordOf(one).map(word -> Value.of("<" + word + ">")));
  }
}
