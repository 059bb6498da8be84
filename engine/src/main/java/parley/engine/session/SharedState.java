package parley.engine.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import parley.model.value.Value;

/** Variables that the sessions of a mock share. All of them run on one thread. */
public final class SharedState {

  private final Map<String, Value> values = new HashMap<>();

  /** Without any value: the first session of a plan puts the initial ones in. */
  public SharedState() {}

  boolean has(String name) {
    return values.containsKey(name);
  }

  Optional<Value> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  void set(String name, Value value) {
    values.put(name, value);
  }
}
