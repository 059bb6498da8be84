package parley.fake.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.model.value.Decimal;
import parley.model.value.Value;

/**
 * What one schema says by its keywords.
 *
 * @param all its keywords; {@code false} is a schema that nothing follows
 */
record Rules(Map<String, Value> all) {

  static final String IMPOSSIBLE = "parley:impossible";

  Rules {
    all = Map.copyOf(all);
  }

  static Rules of(Value schema) {
    return switch (schema) {
      case Value.Fields(var all) -> new Rules(all);
      case Value.Bool(var any) when !any -> new Rules(Map.of(IMPOSSIBLE, schema));
      case Value _ -> new Rules(Map.of());
    };
  }

  boolean has(String keyword) {
    return all.containsKey(keyword);
  }

  Optional<Value> get(String keyword) {
    return Optional.ofNullable(all.get(keyword));
  }

  Optional<Decimal> number(String keyword) {
    return all.get(keyword) instanceof Decimal number ? Optional.of(number) : Optional.empty();
  }

  /** A length or a count. */
  int count(String keyword, int otherwise) {
    return number(keyword)
        .map(number -> (int) Math.min(number.toBigDecimal().longValue(), 100_000))
        .orElse(otherwise);
  }

  Optional<String> text(String keyword) {
    return all.get(keyword) instanceof Value.Text(var text) ? Optional.of(text) : Optional.empty();
  }

  List<Value> items(String keyword) {
    return all.get(keyword) instanceof Value.Items(var items) ? items : List.of();
  }

  Map<String, Value> fields(String keyword) {
    return all.get(keyword) instanceof Value.Fields(var fields) ? fields : Map.of();
  }

  List<String> texts(String keyword) {
    return items(keyword).stream()
        .flatMap(item ->
            item instanceof Value.Text(var text)
                ? List.of(text).stream()
                : List.<String>of().stream())
        .toList();
  }

  /** The types that it lets, none for any. */
  List<String> types() {
    return text("type").map(List::of).orElseGet(() -> texts("type"));
  }

  Rules without(String keyword) {
    var fewer = new LinkedHashMap<>(all);
    fewer.remove(keyword);
    return new Rules(fewer);
  }

  /** What follows both. Where one of two keywords has to give way, {@code more} wins. */
  Rules and(Rules more) {
    var both = new LinkedHashMap<>(all);
    more.all.forEach((keyword, value) ->
        both.merge(keyword, value, (one, other) -> merged(keyword, one, other)));
    return new Rules(both);
  }

  private static Value merged(String keyword, Value one, Value other) {
    return switch (keyword) {
      case "properties", "patternProperties" -> together(one, other);
      case "required", "allOf" -> joined(one, other);
      case "type", "enum" -> shared(keyword, one, other);
      case "minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "minContains" ->
          larger(one, other);
      case "maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "maxContains" ->
          larger(one, other).equals(one) ? other : one;
      default -> other;
    };
  }

  private static Value together(Value one, Value other) {
    var both = new LinkedHashMap<>(Rules.map(one));
    Rules.map(other).forEach((name, value) -> both.merge(name, value, Rules::both));
    return Value.of(both);
  }

  private static Value both(Value one, Value other) {
    return Value.of(Map.of("allOf", Value.of(List.of(one, other))));
  }

  private static Map<String, Value> map(Value value) {
    return value instanceof Value.Fields(var all) ? all : Map.of();
  }

  private static List<Value> list(Value value) {
    return value instanceof Value.Items(var all) ? all : List.of(value);
  }

  private static Value joined(Value one, Value other) {
    var both = new ArrayList<>(list(one));
    list(other).stream().filter(item -> !both.contains(item)).forEach(both::add);
    return Value.of(both);
  }

  private static Value shared(String keyword, Value one, Value other) {
    var both = new ArrayList<>(list(one));
    both.removeIf(item -> !list(other).contains(item) && !isWhole(item, other));
    if (keyword.equals("type")
        && isWhole(Value.of("integer"), one)
        && list(other).contains(Value.of("integer"))) {
      both.add(Value.of("integer"));
    }
    return both.size() == 1 && keyword.equals("type") ? both.getFirst() : Value.of(both);
  }

  /** An integer is a number. */
  private static boolean isWhole(Value item, Value others) {
    return item.equals(Value.of("integer")) && list(others).contains(Value.of("number"));
  }

  private static Value larger(Value one, Value other) {
    return one instanceof Decimal first
            && other instanceof Decimal second
            && first.compareTo(second) >= 0
        ? one
        : other;
  }
}
