package parley.store.row;

import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import parley.model.value.Value;
import parley.protocol.frame.Bytes;

/** The fields of a JSON object that is being written; what is absent is left out. */
final class EventFields {

  /** Stands around bytes, so that no search takes them for words. */
  static final String BASE64 = "base64";

  private final Map<String, Value> fields = new LinkedHashMap<>();

  EventFields put(String name, @Nullable String textOrNull) {
    if (textOrNull != null) {
      fields.put(name, Value.of(textOrNull));
    }
    return this;
  }

  EventFields put(String name, @Nullable Enum<?> constantOrNull) {
    return put(name, constantOrNull == null ? null : constantOrNull.name());
  }

  EventFields put(String name, @Nullable Duration durationOrNull) {
    return durationOrNull == null ? this : put(name, durationOrNull.toNanos());
  }

  EventFields put(String name, long number) {
    fields.put(name, Value.of(number));
    return this;
  }

  EventFields put(String name, boolean truth) {
    fields.put(name, Value.of(truth));
    return this;
  }

  EventFields put(String name, Bytes bytes) {
    return put(name, base64(bytes.toArray()));
  }

  EventFields put(String name, EventFields object) {
    fields.put(name, object.toValue());
    return this;
  }

  EventFields put(String name, Value value) {
    fields.put(name, value);
    return this;
  }

  <T> EventFields put(String name, @Nullable T valueOrNull, Function<T, EventFields> writer) {
    return valueOrNull == null ? this : put(name, writer.apply(valueOrNull));
  }

  <T> EventFields putAll(String name, List<T> items, Function<T, EventFields> writer) {
    var all = items.stream().map(item -> writer.apply(item).toValue()).toList();
    return put(name, Value.of(all));
  }

  static EventFields base64(byte[] bytes) {
    return new EventFields().put(BASE64, Base64.getEncoder().encodeToString(bytes));
  }

  Value toValue() {
    return Value.of(fields);
  }
}
