package parley.engine.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import parley.engine.expression.Names;
import parley.engine.expression.NoScope;
import parley.model.collection.Json;
import parley.model.value.Value;

/** The values of variables that stand in a file and that nothing changes. */
final class KnownValues {

  private KnownValues() {}

  /**
   * Of {@code written}, those without templates. An empty text, a null or an empty list holds the
   * place of a value that others give, and tells nothing.
   *
   * @param changing the names of those that something sets
   */
  static Map<String, Value> of(Map<String, Json> written, Set<String> changing, FileAccess files) {
    var known = new LinkedHashMap<String, Value>();
    written.forEach((name, json) -> {
      var plan = JsonPlan.of(json, new Compiling(Names.of(), files));
      if (!changing.contains(name)
          && plan.isConstant()
          && plan.value(new NoScope()) instanceof Filled.Of(var value)
          && isTelling(value)) {
        known.put(name, value);
      }
    });
    return known;
  }

  private static boolean isTelling(Value value) {
    return switch (value) {
      case Value.Null _ -> false;
      case Value.Text(var text) -> !text.isEmpty();
      case Value.Items(var all) -> !all.isEmpty() && all.stream().allMatch(KnownValues::isTelling);
      case Value.Fields(var all) ->
          !all.isEmpty() && all.values().stream().allMatch(KnownValues::isTelling);
      case Value _ -> true;
    };
  }
}
