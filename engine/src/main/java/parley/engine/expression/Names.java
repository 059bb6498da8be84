package parley.engine.expression;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import parley.engine.function.Result;
import parley.engine.function.Surroundings;

/**
 * The names that an expression may use.
 *
 * @param variables those with a slot, which is their place in this list
 * @param dynamic those written with a {@code $}, by their names without it
 */
public record Names(List<String> variables, Map<String, DynamicVariable> dynamic) {

  /** Copies both, and adds the dynamic variables that the engine has itself. */
  public Names {
    variables = List.copyOf(variables);
    dynamic = dynamic.isEmpty() ? DynamicVariables.BUILT_IN : withBuiltIn(dynamic);
  }

  private static Map<String, DynamicVariable> withBuiltIn(Map<String, DynamicVariable> own) {
    var all = new TreeMap<>(DynamicVariables.BUILT_IN);
    all.putAll(own);
    return Collections.unmodifiableMap(all);
  }

  /** A variable that has another value each time. */
  public interface DynamicVariable {

    /** The next value. */
    Result next(Surroundings surroundings);
  }

  /** These variables, and the dynamic ones that the engine has itself. */
  public static Names of(String... variables) {
    return new Names(List.of(variables), Map.of());
  }

  /** The place of a variable; empty where none has that name. */
  public OptionalInt slot(String name) {
    var slot = variables.indexOf(name);
    return slot < 0 ? OptionalInt.empty() : OptionalInt.of(slot);
  }

  Optional<DynamicVariable> dynamic(String name) {
    return Optional.ofNullable(dynamic.get(name));
  }
}
