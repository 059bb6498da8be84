package parley.engine.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parley.model.collection.Json;

/** Puts variables in an order in which each comes after those that it is made of. */
final class VariableOrder {

  private final Compiling compiling;
  private final Map<Integer, Assignment> unordered = new LinkedHashMap<>();
  private final Map<Integer, Json> places = new LinkedHashMap<>();
  private final Set<Integer> open = new HashSet<>();
  private final Set<Integer> done = new HashSet<>();
  private final List<Assignment> ordered = new ArrayList<>();

  private VariableOrder(Compiling compiling) {
    this.compiling = compiling;
  }

  /** Compiles and orders {@code written}; those that go in a circle are a problem. */
  static List<Assignment> of(Map<String, Json> written, Compiling compiling) {
    var order = new VariableOrder(compiling);
    written.forEach(order::add);
    order.unordered.keySet().forEach(order::visit);
    return order.ordered;
  }

  private void add(String name, Json value) {
    var slot = compiling.slot(name).orElseThrow();
    unordered.put(slot, new Assignment(slot, name, JsonPlan.of(value, compiling)));
    places.put(slot, value);
  }

  private void visit(int slot) {
    Optional.ofNullable(unordered.get(slot)).ifPresent(this::enter);
  }

  private void enter(Assignment variable) {
    if (done.contains(variable.slot())) {
      return;
    }
    if (!open.add(variable.slot())) {
      circle(variable);
      return;
    }
    variable.value().slots().stream().forEach(this::visit);
    open.remove(variable.slot());
    if (done.add(variable.slot())) {
      ordered.add(variable);
    }
  }

  private void circle(Assignment variable) {
    done.add(variable.slot());
    compiling.problem(
        Optional.ofNullable(places.get(variable.slot())).orElseThrow().at(),
        "the variable `" + variable.name() + "`, which is made of itself",
        "variables that do not need each other in a circle",
        "give one of them a value of its own");
  }
}
