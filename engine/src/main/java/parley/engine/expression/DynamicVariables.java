package parley.engine.expression;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import parley.engine.expression.Names.DynamicVariable;
import parley.engine.function.Arguments;
import parley.engine.function.Functions;
import parley.engine.function.Result;
import parley.engine.function.Surroundings;
import parley.model.value.Value;

/** The dynamic variables that need no made-up data. */
final class DynamicVariables {

  static final Map<String, DynamicVariable> BUILT_IN =
      Map.of(
          "guid", surroundings -> call("randomUuid", surroundings),
          "randomUUID", surroundings -> call("randomUuid", surroundings),
          "timestamp", surroundings -> call("nowSeconds", surroundings),
          "isoTimestamp", surroundings -> call("nowIso", surroundings),
          "randomBoolean", surroundings -> call("randomBoolean", surroundings),
          "randomInt", surroundings -> call("randomNumber", surroundings, Value.of(1000)),
          "randomAlphaNumeric",
              surroundings ->
                  call(
                      "randomFrom",
                      surroundings,
                      Value.of("abcdefghijklmnopqrstuvwxyz0123456789"),
                      Value.of(1)));

  private DynamicVariables() {}

  private static Value call(String name, Surroundings surroundings, Value... arguments) {
    var function = Objects.requireNonNull(Functions.BY_NAME.get(name));
    var result = function.call(new Arguments(List.of(arguments), surroundings, 0));
    return ((Result.Of) result).value();
  }
}
