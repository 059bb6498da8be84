package parley.engine.expression;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import parley.engine.expression.Names.DynamicVariable;
import parley.engine.function.Arguments;
import parley.engine.function.Functions;
import parley.engine.function.Result;
import parley.engine.function.Surroundings;
import parley.model.value.Value;

/** The dynamic variables: some that are functions, and those that need made-up data. */
final class DynamicVariables {

  private static final Value ALPHA_NUMERIC = Value.of("abcdefghijklmnopqrstuvwxyz0123456789");

  private static final Map<String, DynamicVariable> FUNCTIONS =
      Map.of(
          "guid", in -> call("randomUuid", in),
          "randomUUID", in -> call("randomUuid", in),
          "timestamp", in -> call("nowSeconds", in),
          "isoTimestamp", in -> call("nowIso", in),
          "randomBoolean", in -> call("randomBoolean", in),
          "randomInt", in -> call("randomNumber", in, Value.of(1000)),
          "randomAlphaNumeric", in -> call("randomFrom", in, ALPHA_NUMERIC, Value.of(1)));

  static final Map<String, DynamicVariable> BUILT_IN = all();

  private DynamicVariables() {}

  private static Map<String, DynamicVariable> all() {
    var all = new TreeMap<String, DynamicVariable>();
    DynamicNames.MEANINGS.keySet().forEach(name -> all.put(name, in -> in.madeUp(name)));
    all.putAll(FUNCTIONS);
    return Collections.unmodifiableMap(all);
  }

  private static Result call(String name, Surroundings surroundings, Value... arguments) {
    var function = Objects.requireNonNull(Functions.BY_NAME.get(name));
    return function.call(new Arguments(List.of(arguments), surroundings, 0));
  }
}
