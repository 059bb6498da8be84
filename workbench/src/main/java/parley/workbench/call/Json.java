package parley.workbench.call;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import parley.model.value.Decimal;
import parley.model.value.Value;

/** Makes the values that go to the page. */
public final class Json {

  private Json() {}

  /** A map to be filled. */
  public static Fields object() {
    return new Fields();
  }

  /** A list of what {@code make} makes of each item. */
  public static <T> Value list(Collection<T> items, Function<? super T, Value> make) {
    return Value.of(items.stream().<Value>map(make).toList());
  }

  /** A list of texts. */
  public static Value texts(Collection<String> items) {
    return list(items, Value::of);
  }

  /** A duration in milliseconds, to the microsecond. */
  public static Value millis(Duration time) {
    return Decimal.of(BigDecimal.valueOf(time.toNanos() / 1000, 3))
        .<Value>map(number -> number)
        .orElseGet(() -> Value.of(time.toMillis()));
  }

  /** A map in the order in which it is filled. */
  public static final class Fields {
    private final Map<String, Value> fields = new LinkedHashMap<>();

    private Fields() {}

    public Fields put(String name, Value value) {
      fields.put(name, value);
      return this;
    }

    public Fields put(String name, Fields value) {
      return put(name, value.value());
    }

    public Fields put(String name, String value) {
      return put(name, Value.of(value));
    }

    public Fields put(String name, long value) {
      return put(name, Value.of(value));
    }

    public Fields put(String name, boolean value) {
      return put(name, Value.of(value));
    }

    public <T> Fields put(String name, List<T> items, Function<? super T, Value> make) {
      return put(name, list(items, make));
    }

    /** Leaves the name out where there is nothing. */
    public Fields putText(String name, Optional<String> value) {
      value.ifPresent(text -> put(name, text));
      return this;
    }

    public Value value() {
      return Value.of(fields);
    }
  }
}
