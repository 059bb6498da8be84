package parley.files.shape;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import parley.files.yaml.Node;
import parley.files.yaml.Quoting;
import parley.model.collection.Source;

/** A map whose keys are names that the user gives. */
public record NamedShape<V, T>(String name, Shape<V> value, BiFunction<Source, V, T> build)
    implements Shape<List<T>> {

  /**
   * A map of names.
   *
   * @param name what it is called, with its article
   */
  public static <V, T> NamedShape<V, T> of(
      String name, Shape<V> value, BiFunction<Source, V, T> build) {
    return new NamedShape<>(name, value, build);
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
}
