package parley.workbench.call;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All calls by their names, {@code domain.name}. */
public final class Calls {

  private final Map<String, Call> all = new LinkedHashMap<>();
  private final Set<String> aside = new HashSet<>();

  /** Adds one. */
  public Calls add(String name, Call call) {
    if (all.putIfAbsent(name, call) != null) {
      throw new IllegalStateException("two calls " + name);
    }
    return this;
  }

  /**
   * Adds one that may take long: it is done in order with calls of the same name alone, so that it
   * holds up no others of its domain.
   */
  public Calls addAside(String name, Call call) {
    aside.add(name);
    return add(name, call);
  }

  /** Calls of one lane are done in the order they came: those of a domain, or of one name. */
  String lane(String name) {
    return aside.contains(name) ? name : name.replaceFirst("\\..*", "");
  }

  public Optional<Call> find(String name) {
    return Optional.ofNullable(all.get(name));
  }

  public Set<String> names() {
    return all.keySet();
  }
}
