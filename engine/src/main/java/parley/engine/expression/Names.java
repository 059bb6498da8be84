package parley.engine.expression;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import parley.engine.function.Result;
import parley.engine.function.Surroundings;
import parley.model.value.Value;

/**
 * The names that an expression may use.
 *
 * @param variables those with a slot, which is their place in this list
 * @param dynamic those written with a {@code $}, by their names without it
 * @param known the values of variables that nothing changes, so that what can never be is found
 */
public record Names(
    List<String> variables, Map<String, DynamicVariable> dynamic, Map<String, Value> known) {

  /** Copies all, and adds the dynamic variables that the engine has itself. */
  public Names {
    variables = List.copyOf(variables);
    known = Map.copyOf(known);
    dynamic = dynamic.isEmpty() ? DynamicVariables.BUILT_IN : withBuiltIn(dynamic);
  }

  /** Of variables whose values are not known. */
  public Names(List<String> variables, Map<String, DynamicVariable> dynamic) {
    this(variables, dynamic, Map.of());
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

  /** The same, where variables always have these values. */
  public Names knowing(Map<String, Value> values) {
    return new Names(variables, dynamic, values);
  }

  /** The value that a variable always has; empty where that is not sure. */
  public Optional<Value> known(String name) {
    return Optional.ofNullable(known.get(name));
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
