package parley.engine.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.model.value.Value;

/**
 * The variables of a plan. A slot is a variable's place.
 *
 * @param names in the order of their slots
 * @param given values that are known before a session starts
 * @param initial computed when a session starts, in this order
 * @param shared computed by the first session of a mock, for all of them
 */
public record VariablesPlan(
    List<String> names,
    Map<Integer, Value> given,
    List<Assignment> initial,
    List<Assignment> shared) {

  public VariablesPlan {
    names = List.copyOf(names);
    given = Map.copyOf(given);
    initial = List.copyOf(initial);
    shared = List.copyOf(shared);
  }

  /** The slot of a variable. */
  public Optional<Integer> slot(String name) {
    var slot = names.indexOf(name);
    return slot < 0 ? Optional.empty() : Optional.of(slot);
  }
}
