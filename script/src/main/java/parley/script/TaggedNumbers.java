package parley.script;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import parley.model.value.Decimal;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.JsonWriter;
import parley.model.value.Value;

/**
 * Values as JSON for scripts. Whole numbers that JavaScript's own cannot hold are texts on the way,
 * behind a tag that nobody can guess.
 */
record TaggedNumbers(String tag) {

  private static final BigDecimal MAX_SAFE = BigDecimal.valueOf((1L << 53) - 1);

  String write(Value value) {
    return JsonWriter.write(tagged(value));
  }

  private Value tagged(Value value) {
    return switch (value) {
      case Decimal number -> isSafe(number) ? number : Value.of(tag + digits(number));
      case Value.Items(var all) -> Value.of(all.stream().map(this::tagged).toList());
      case Value.Fields(var all) -> {
        var fields = new LinkedHashMap<String, Value>();
        all.forEach((name, one) -> fields.put(name, tagged(one)));
        yield Value.of(fields);
      }
      case Value.Null _, Value.Bool _, Value.Text _ -> value;
    };
  }

  private static boolean isSafe(Decimal number) {
    if (number.isWhole()) {
      return Math.abs(number.whole()) <= MAX_SAFE.longValue();
    }
    var exact = number.toBigDecimal();
    return exact.stripTrailingZeros().scale() > 0 || exact.abs().compareTo(MAX_SAFE) <= 0;
  }

  private static String digits(Decimal number) {
    return number.toBigDecimal().toBigIntegerExact().toString();
  }

  /** What a script wrote; nothing when it is no JSON, or has a number beyond what values can be. */
  Optional<Value> read(String json) {
    return JsonReader.read(json) instanceof JsonReading.Read(var value)
        ? untagged(value)
        : Optional.empty();
  }

  private Optional<Value> untagged(Value value) {
    return switch (value) {
      case Value.Text(var text) when text.startsWith(tag) ->
          Decimal.parse(text.substring(tag.length())).map(one -> one);
      case Value.Items(var all) -> {
        var items = new ArrayList<Value>();
        all.forEach(one -> untagged(one).ifPresent(items::add));
        yield items.size() == all.size() ? Optional.of(Value.of(items)) : Optional.empty();
      }
      case Value.Fields(var all) -> {
        var fields = new LinkedHashMap<String, Value>();
        all.forEach((name, one) -> untagged(one).ifPresent(it -> fields.put(name, it)));
        yield fields.size() == all.size() ? Optional.of(Value.of(fields)) : Optional.empty();
      }
      case Value.Null _, Value.Bool _, Value.Text _, Decimal _ -> Optional.of(value);
    };
  }
}
