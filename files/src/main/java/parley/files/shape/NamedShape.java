package parley.files.shape;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import parley.files.yaml.Node;
import parley.files.yaml.Quoting;
import parley.model.collection.Source;

/**
 * A map whose keys are names that the user gives.
 *
 * @param usual names that are often used, and what they are for
 * @param names what the keys name, when others refer to it
 */
public record NamedShape<V, T>(
    String name,
    Shape<V> value,
    BiFunction<Source, V, T> build,
    Map<String, String> usual,
    Optional<Offer.Named> names)
    implements Shape<List<T>> {

  /**
   * A map of names.
   *
   * @param name what it is called, with its article
   */
  public static <V, T> NamedShape<V, T> of(
      String name, Shape<V> value, BiFunction<Source, V, T> build) {
    return new NamedShape<>(name, value, build, Map.of(), Optional.empty());
  }

  /** The same with names that are often used, and what they are for, in order. */
  public NamedShape<V, T> usually(Map<String, String> often) {
    return new NamedShape<>(name, value, build, often, names);
  }

  /** The same, whose names others refer to. */
  public NamedShape<V, T> naming(Offer.Named what) {
    return new NamedShape<>(name, value, build, usual, Optional.of(what));
  }

  @Override
  public Optional<List<T>> read(Node node, Reading reading) {
    return node instanceof Node.Mapping map
        ? Optional.of(map.entries().stream().flatMap(entry -> read(entry, reading)).toList())
        : reading.unexpected(node, expected());
  }

  private Stream<T> read(Node.Entry entry, Reading reading) {
    var missing = UnknownKeys.missingSpace(entry);
    if (missing.isPresent()) {
      reading
          .problems()
          .add(entry.key().at(), Quoting.shown(entry.name()), "a name and a value", missing.get());
      return Stream.empty();
    }
    var key = new Source(entry.name(), entry.key().textAt());
    return value.read(entry.value(), reading).map(read -> build.apply(key, read)).stream();
  }

  @Override
  public String expected() {
    return name;
  }

  @Override
  public Map<String, Object> schema(SchemaNames names) {
    return Map.of("type", "object", "additionalProperties", value.schema(names));
  }

  @Override
  public Stream<Key<?>> keys(Beside beside) {
    return usual.entrySet().stream()
        .filter(one -> !beside.keys().contains(one.getKey()))
        .<Key<?>>map(one -> Key.of(one.getKey(), value, one.getValue()));
  }

  @Override
  public Stream<Shape<?>> behind(String key, Beside beside) {
    return Stream.of(value);
  }

  @Override
  public boolean isShort() {
    return false;
  }
}
