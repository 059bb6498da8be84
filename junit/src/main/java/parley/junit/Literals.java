package parley.junit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import parley.model.collection.Json;
import parley.model.collection.Position;
import parley.model.collection.Source;
import parley.model.value.Decimal;
import parley.model.value.JsonWriter;
import parley.model.value.Value;

/** Values of Java as those of files. */
final class Literals {

  private Literals() {}

  /** A value as JSON writes it. */
  static String json(Object value) {
    return JsonWriter.write(value(value));
  }

  static Value value(@Nullable Object value) {
    return switch (value) {
      case null -> Value.NULL;
      case Value known -> known;
      case Boolean flag -> Value.of(flag.booleanValue());
      case Number number -> number(number);
      case Map<?, ?> map -> {
        var fields = new LinkedHashMap<String, Value>();
        map.forEach((name, one) -> fields.put(String.valueOf(name), value(one)));
        yield Value.of(fields);
      }
      case Iterable<?> items ->
          Value.of(StreamSupport.stream(items.spliterator(), false).map(Literals::value).toList());
      case Object other -> Value.of(other.toString());
    };
  }

  private static Value number(Number number) {
    return Decimal.parse(number.toString())
        .orElseThrow(() -> new IllegalArgumentException("not a number of JSON: " + number));
  }

  /** A value as it stands in a file. */
  static Json of(@Nullable Object value, Position at) {
    return of(value(value), at);
  }

  private static Json of(Value value, Position at) {
    return switch (value) {
      case Value.Text(var text) -> new Json.Text(new Source(text, at));
      case Value.Items(var all) ->
          new Json.Items(all.stream().map(one -> of(one, at)).toList(), at);
      case Value.Fields(var all) ->
          new Json.Members(
              all.entrySet().stream()
                  .map(one -> new Json.Member(new Source(one.getKey(), at), of(one.getValue(), at)))
                  .toList(),
              at);
      case Value.Null _, Value.Bool _, Decimal _ -> new Json.Literal(JsonWriter.write(value), at);
    };
  }
}
