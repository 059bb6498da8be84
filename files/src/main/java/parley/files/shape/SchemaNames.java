package parley.files.shape;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The definitions of a JSON Schema while it is written. */
public final class SchemaNames {

  private final Map<String, Object> definitions = new TreeMap<>();

  /** None yet. */
  public SchemaNames() {}

  /** A reference to the definition, which is made when it is not there yet. */
  public Map<String, Object> reference(String name, Supplier<Map<String, Object>> definition) {
    var key = name.replaceFirst("^(an?|the) ", "").replace(' ', '-').replace("`", "");
    if (!definitions.containsKey(key)) {
      definitions.put(key, Map.of());
      definitions.put(key, definition.get());
    }
    return Map.of("$ref", "#/$defs/" + key);
  }

  /** All definitions by name. */
  public Map<String, Object> definitions() {
    return Collections.unmodifiableMap(definitions);
  }
}
