package parley.store.row;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import parley.model.value.Decimal;
import parley.model.value.Value;
import parley.protocol.frame.Bytes;

/**
 * A JSON object that is being read.
 *
 * <p>What is absent or of another kind is an {@link IllegalArgumentException}: the file is damaged
 * or from a later version.
 */
record EventObject(Map<String, Value> fields) {

  static EventObject of(Value value) {
    if (value instanceof Value.Fields(var all)) {
      return new EventObject(all);
    }
    throw new IllegalArgumentException("an object is expected, not " + value.kind().phrase());
  }

  private Value field(String name) {
    return Optional.ofNullable(fields.get(name))
        .orElseThrow(() -> new IllegalArgumentException("the field " + name + " is missing"));
  }

  String text(String name) {
    return textOf(field(name));
  }

  private static String textOf(Value value) {
    if (value instanceof Value.Text(var text)) {
      return text;
    }
    throw new IllegalArgumentException("a text is expected, not " + value.kind().phrase());
  }

  @Nullable String textOrNull(String name) {
    return fields.containsKey(name) ? text(name) : null;
  }

  <E extends Enum<E>> E constant(String name, Class<E> type) {
    return Enum.valueOf(type, text(name));
  }

  long number(String name) {
    if (field(name) instanceof Decimal number && number.isWhole()) {
      return number.whole();
    }
    throw new IllegalArgumentException("the field " + name + " is no whole number");
  }

  int count(String name) {
    var number = number(name);
    if (number != (int) number) {
      throw new IllegalArgumentException("the field " + name + " is too large: " + number);
    }
    return (int) number;
  }

  boolean truth(String name) {
    return field(name).equals(Value.of(true));
  }

  /** False where it is absent, as what older files do not say. */
  boolean truthIfSaid(String name) {
    return Value.of(true).equals(fields.get(name));
  }

  Duration duration(String name) {
    return Duration.ofNanos(number(name));
  }

  @Nullable Duration durationOrNull(String name) {
    return fields.containsKey(name) ? duration(name) : null;
  }

  Bytes bytes(String name) {
    return Bytes.of(object(name).base64());
  }

  byte[] base64() {
    return Base64.getDecoder().decode(text(EventFields.BASE64));
  }

  EventObject object(String name) {
    return of(field(name));
  }

  <T> @Nullable T orNull(String name, Function<EventObject, T> reader) {
    return fields.containsKey(name) ? reader.apply(object(name)) : null;
  }

  <T> List<T> all(String name, Function<EventObject, T> reader) {
    if (field(name) instanceof Value.Items(var items)) {
      return items.stream().map(item -> reader.apply(of(item))).toList();
    }
    throw new IllegalArgumentException("the field " + name + " is no list");
  }
}
