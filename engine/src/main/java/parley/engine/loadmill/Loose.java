package parley.engine.loadmill;

import java.util.List;
import java.util.Optional;
import parley.engine.function.Type;
import parley.model.value.Decimal;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.JsonWriter;
import parley.model.value.Value;

/** Values where a text may stand for what it writes. */
final class Loose {

  private Loose() {}

  /** A text as it is, anything else as JSON writes it; as long as a text may be. */
  static String text(Value value) {
    return value instanceof Value.Text(var text)
        ? text
        : JsonWriter.begin(value, parley.engine.function.Arguments.MAX_TEXT);
  }

  static Optional<Decimal> number(Value value) {
    return switch (value) {
      case Decimal number -> Optional.of(number);
      case Value.Text(var text) -> Decimal.parse(text.strip());
      case Value _ -> Optional.empty();
    };
  }

  /** Everything is true but nothing, an empty text and {@code false} in any case. */
  static boolean truth(Value value) {
    var text = text(value);
    return value.kind() != Value.Kind.NULL && !text.isEmpty() && !text.equalsIgnoreCase("false");
  }

  /** A text that is JSON is the value that it writes. */
  static Value json(Value value) {
    return value instanceof Value.Text(var text)
            && JsonReader.read(text) instanceof JsonReading.Read(var read)
        ? read
        : value;
  }

  /** An empty text is an empty list. */
  static Optional<List<Value>> list(Value value) {
    return switch (json(value)) {
      case Value.Items(var all) -> Optional.of(all);
      case Value.Text(var text) when text.isEmpty() -> Optional.of(List.of());
      case Value _ -> Optional.empty();
    };
  }

  /** The value as one of that type; empty where it cannot be taken so. */
  static Optional<Value> as(Type type, Value value) {
    return switch (type) {
      case ANY -> Optional.of(value);
      case TEXT, REGEX, PATH, PATTERN, CODEC, HASH -> Optional.of(Value.of(text(value)));
      case NUMBER -> number(value).map(number -> number);
      case WHOLE -> number(value).filter(Decimal::isWhole).map(number -> number);
      case LIST -> list(value).map(Value::of);
      case BOOLEAN -> Optional.of(Value.of(truth(value)));
      case NULL, MAP -> Optional.of(json(value)).filter(type::accepts);
    };
  }
}
