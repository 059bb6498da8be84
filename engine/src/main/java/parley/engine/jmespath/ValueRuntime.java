package parley.engine.jmespath;

import io.burt.jmespath.BaseRuntime;
import io.burt.jmespath.JmesPathException;
import io.burt.jmespath.JmesPathType;
import io.burt.jmespath.RuntimeConfiguration;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parley.engine.path.Comparison;
import parley.model.value.Decimal;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.JsonWriter;
import parley.model.value.Value;

/** Our values for the library that evaluates: immutable, used by any thread. */
final class ValueRuntime extends BaseRuntime<Value> {

  /** How long a list may become, so that no expression takes all memory. */
  private static final int MAX_ITEMS = 1_000_000;

  ValueRuntime() {
    super(RuntimeConfiguration.defaultConfiguration());
  }

  @Override
  public Value parseString(String json) {
    return switch (JsonReader.read(json)) {
      case JsonReading.Read(var value) -> value;
      case JsonReading.Unreadable wrong -> throw new IllegalArgumentException(wrong.text());
    };
  }

  @Override
  public List<Value> toList(Value value) {
    return switch (value) {
      case Value.Items(var all) -> all;
      case Value.Fields(var all) -> List.copyOf(all.values());
      case Value _ -> List.of();
    };
  }

  @Override
  public String toString(Value value) {
    return value instanceof Value.Text(var text) ? text : JsonWriter.write(value);
  }

  @Override
  public Number toNumber(Value value) {
    return ((Decimal) value).toBigDecimal(); // the library asks it of numbers only
  }

  @Override
  public boolean isTruthy(Value value) {
    return switch (value) {
      case Value.Null _ -> false;
      case Value.Bool truth -> truth.value();
      case Value.Text(var text) -> !text.isEmpty();
      case Value.Items(var all) -> !all.isEmpty();
      case Value.Fields(var all) -> !all.isEmpty();
      case Value _ -> true;
    };
  }

  @Override
  public JmesPathType typeOf(Value value) {
    return switch (value.kind()) {
      case NULL -> JmesPathType.NULL;
      case BOOLEAN -> JmesPathType.BOOLEAN;
      case NUMBER -> JmesPathType.NUMBER;
      case TEXT -> JmesPathType.STRING;
      case LIST -> JmesPathType.ARRAY;
      case MAP -> JmesPathType.OBJECT;
    };
  }

  @Override
  public Value getProperty(Value value, Value name) {
    return value instanceof Value.Fields(var all)
        ? all.getOrDefault(toString(name), Value.NULL)
        : Value.NULL;
  }

  @Override
  public Collection<Value> getPropertyNames(Value value) {
    return ((Value.Fields) value).all().keySet().stream().map(Value::of).toList(); // of maps only
  }

  /** Exact where the library's own goes by doubles. */
  @Override
  public int compare(Value left, Value right) {
    if (Comparison.ordered(left, right)) {
      return Comparison.order(left, right);
    }
    return left.equals(right) ? 0 : -1;
  }

  @Override
  public Value createNull() {
    return Value.NULL;
  }

  @Override
  public Value createArray(Collection<Value> items) {
    if (items.size() > MAX_ITEMS) {
      throw new TooLong("a list of more than " + MAX_ITEMS + " items");
    }
    return Value.of(List.copyOf(items));
  }

  @Override
  public Value createString(String text) {
    return Value.of(text);
  }

  @Override
  public Value createBoolean(boolean truth) {
    return Value.of(truth);
  }

  @Override
  public Value createObject(Map<Value, Value> members) {
    var all = new LinkedHashMap<String, Value>();
    members.forEach((name, value) -> all.put(toString(name), value));
    return Value.of(all);
  }

  @Override
  public Value createNumber(double number) {
    if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      return Value.of((long) number);
    }
    return Double.isFinite(number)
        ? Decimal.of(BigDecimal.valueOf(number)).<Value>map(value -> value).orElse(Value.NULL)
        : Value.NULL;
  }

  @Override
  public Value createNumber(long number) {
    return Value.of(number);
  }

  /** What is found is larger than we keep. */
  private static final class TooLong extends JmesPathException {

    private static final long serialVersionUID = 1;

    TooLong(String message) {
      super(message);
    }
  }
}
