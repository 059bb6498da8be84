package parley.workbench.call;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All calls by their names, {@code domain.name}. */
public final class Calls {

  private final Map<String, Call> all = new LinkedHashMap<>();

  /** Adds one. */
  public Calls add(String name, Call call) {
    if (all.putIfAbsent(name, call) != null) {
      throw new IllegalStateException("two calls " + name);
    }
    return this;
  }

  public Optional<Call> find(String name) {
    return Optional.ofNullable(all.get(name));
  }

  public Set<String> names() {
    return all.keySet();
  }
}
