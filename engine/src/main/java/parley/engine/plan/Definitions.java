package parley.engine.plan;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.model.collection.Json;
import parley.model.collection.Variable;
import parley.model.value.Value;

/**
 * What the variables of a conversation are before it begins, the last word of each name: layers and
 * environment, {@code .env}, what hooks bring, the conversation's own, what the files before it in
 * a suite bring, what the person gave.
 */
final class Definitions {

  private final Map<String, Json> written = new LinkedHashMap<>();
  private final Map<String, Value> given = new LinkedHashMap<>();
  private final Set<String> fixed = new HashSet<>();
  private final Set<String> left = new HashSet<>();

  /** Of variables that stand in files, the lower layers first; {@code own} is the nearest file. */
  static Definitions of(List<Variable> variables, Path own, Given given) {
    var all = new Definitions();
    variables.stream()
        .filter(one -> !one.value().at().file().equals(own))
        .forEach(one -> all.written.put(one.name(), one.value()));
    given.secrets().forEach((name, value) -> all.give(name, Value.of(value)));
    given.prepared().forEach(all::leave);
    variables.stream().filter(one -> one.value().at().file().equals(own)).forEach(all::write);
    given.handed().forEach(all::leave);
    all.give("env", environment(given));
    given.variables().forEach(all::fix);
    given.columns().forEach(all::fix);
    return all;
  }

  private static Value environment(Given given) {
    var all = new LinkedHashMap<String, Value>();
    given.secrets().forEach((name, value) -> all.put(name, Value.of(value)));
    given.environment().forEach((name, value) -> all.put(name, Value.of(value)));
    return Value.of(all);
  }

  private void write(Variable variable) {
    given.remove(variable.name());
    written.put(variable.name(), variable.value());
  }

  private void give(String name, Value value) {
    written.remove(name);
    given.put(name, value);
  }

  /** Its value comes when a session starts, unless something nearer says one. */
  private void leave(String name) {
    written.remove(name);
    given.remove(name);
    left.add(name);
  }

  private void fix(String name, Value value) {
    give(name, value);
    fixed.add(name);
  }

  /** A column's value comes with each row. */
  private void fix(String name) {
    written.remove(name);
    given.remove(name);
    fixed.add(name);
  }

  /** Those that files define, in their order. */
  Map<String, Json> written() {
    return written;
  }

  /** Those whose value is known. */
  Map<String, Value> given() {
    return given;
  }

  /** Whether nothing in a file may say otherwise. */
  boolean isFixed(String name) {
    return fixed.contains(name);
  }

  Set<String> names() {
    var all = new HashSet<>(written.keySet());
    all.addAll(given.keySet());
    all.addAll(fixed);
    all.addAll(left);
    return all;
  }
}
