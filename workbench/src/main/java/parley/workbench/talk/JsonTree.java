package parley.workbench.talk;

import java.util.Map;
import parley.model.collection.Json;
import parley.model.collection.Position;
import parley.model.collection.Source;
import parley.model.value.Decimal;
import parley.model.value.JsonWriter;
import parley.model.value.Value;

/** JSON that was typed, as a file has it: its texts may hold templates. */
final class JsonTree {

  private JsonTree() {}

  /**
   * The same value.
   *
   * @param at where all of it stands
   */
  static Json of(Value value, Position at) {
    return switch (value) {
      case Value.Null _, Value.Bool _, Decimal _ -> new Json.Literal(JsonWriter.write(value), at);
      case Value.Text(var text) -> new Json.Text(new Source(text, at));
      case Value.Items(var items) ->
          new Json.Items(items.stream().map(item -> of(item, at)).toList(), at);
      case Value.Fields(var fields) ->
          new Json.Members(fields.entrySet().stream().map(field -> member(field, at)).toList(), at);
    };
  }

  private static Json.Member member(Map.Entry<String, Value> field, Position at) {
    return new Json.Member(new Source(field.getKey(), at), of(field.getValue(), at));
  }
}
