package parley.files.shape;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import parley.files.problem.Nearest;
import parley.files.yaml.Node;
import parley.files.yaml.Quoting;

/** A map with known keys. */
public final class MapShape<T> implements Shape<T> {

  private final String name;
  private final String docs;
  private final List<Key<?>> keys;
  private final Function<Values, T> build;

  private MapShape(String name, String docs, List<Key<?>> keys, Function<Values, T> build) {
    this.name = name;
    this.docs = docs;
    this.keys = List.copyOf(keys);
    this.build = build;
  }

  /**
   * A map.
   *
   * @param name of the definition in the schema, and in messages
   * @param docs one sentence for people
   * @param build called only when every needed key has a value
   */
  public static <T> MapShape<T> of(
      String name, String docs, List<Key<?>> keys, Function<Values, T> build) {
    return new MapShape<>(name, docs, keys, build);
  }

  /** The keys in the order that they are explained in. */
  public List<Key<?>> keys() {
    return keys;
  }

  /** The key with that name. */
  public Optional<Key<?>> key(String wanted) {
    for (var key : keys) {
      if (key.name().equals(wanted)) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  /** The definition's name in the schema. */
  public String name() {
    return name;
  }

  /** What the map is for. */
  public String docs() {
    return docs;
  }

  @Override
  public Optional<T> read(Node node, Reading reading) {
    return read(node, reading, written -> Optional.empty());
  }

  /** Reads with a hint for keys that belong elsewhere. */
  Optional<T> read(Node node, Reading reading, Function<String, Optional<String>> elsewhere) {
    if (!(node instanceof Node.Mapping map)) {
      return reading.unexpected(node, expected());
    }
    var values = new HashMap<String, Object>();
    for (var entry : map.entries()) {
      readEntry(entry, reading, values, elsewhere);
    }
    var complete = keys.stream().filter(key -> isMissing(key, map, values, reading)).count() == 0;
    return complete ? Optional.of(build.apply(new Values(map, reading, values))) : Optional.empty();
  }

  private void readEntry(
      Node.Entry entry,
      Reading reading,
      Map<String, Object> values,
      Function<String, Optional<String>> elsewhere) {
    var key = key(entry.name());
    if (key.isPresent()) {
      key.get()
          .shape()
          .read(entry.value(), reading)
          .ifPresent(value -> values.put(key.get().name(), value));
    } else {
      unknown(entry, reading, elsewhere);
    }
  }

  private void unknown(
      Node.Entry entry, Reading reading, Function<String, Optional<String>> elsewhere) {
    var names = keys.stream().map(Key::name).toList();
    var found = "the key " + Quoting.shown(entry.name());
    var hint =
        UnknownKeys.missingSpace(entry)
            .or(() -> Nearest.hint(entry.name(), names))
            .or(() -> elsewhere.apply(entry.name()));
    var expected = "a key of " + name + ": " + UnknownKeys.list(names);
    hint.ifPresentOrElse(
        text -> reading.problems().add(entry.key().at(), found, expected, text),
        () -> reading.problems().add(entry.key().at(), found, expected));
  }

  private boolean isMissing(
      Key<?> key, Node.Mapping map, Map<String, Object> values, Reading reading) {
    if (!key.required() || values.containsKey(key.name())) {
      return false;
    }
    if (map.find(key.name()).isEmpty()) {
      reading
          .problems()
          .add(
              map.at(),
              name + " without `" + key.name() + "`",
              key.shape().expected(),
              "add `" + key.name() + ":`");
    }
    return true;
  }

  @Override
  public String expected() {
    return "a map with " + UnknownKeys.list(keys.stream().map(Key::name).toList());
  }

  @Override
  public Map<String, Object> schema(SchemaNames names) {
    return names.reference(name, () -> definition(names));
  }

  private Map<String, Object> definition(SchemaNames names) {
    var properties = new LinkedHashMap<String, Object>();
    keys.forEach(key -> properties.put(key.name(), property(key, names)));
    var schema = new LinkedHashMap<String, Object>();
    schema.put("description", docs);
    schema.put("type", "object");
    schema.put("properties", properties);
    var needed = keys.stream().filter(Key::required).map(Key::name).toList();
    if (!needed.isEmpty()) {
      schema.put("required", needed);
    }
    schema.put("additionalProperties", false);
    return schema;
  }

  private static Map<String, Object> property(Key<?> key, SchemaNames names) {
    var property = new LinkedHashMap<String, Object>();
    property.put("description", key.docs());
    key.byDefault().ifPresent(text -> property.put("default", text));
    property.putAll(new TreeMap<>(key.shape().schema(names)));
    property.put("description", key.docs());
    return property;
  }

  @Override
  public Stream<Key<?>> keys(Beside beside) {
    return keys.stream().filter(key -> !beside.keys().contains(key.name()));
  }

  @Override
  public Stream<Shape<?>> behind(String name, Beside beside) {
    return key(name).<Shape<?>>map(Key::shape).stream();
  }

  @Override
  public boolean isShort() {
    return false;
  }
}
