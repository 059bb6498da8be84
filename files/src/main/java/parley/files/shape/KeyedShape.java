package parley.files.shape;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import parley.files.yaml.Node;

/**
 * A map whose keys are read as something more precise than names.
 *
 * @param name what it is called, with its article
 */
public record KeyedShape<K, V>(String name, ScalarShape<K> key, Shape<V> value)
    implements Shape<Map<K, V>> {

  @Override
  public Optional<Map<K, V>> read(Node node, Reading reading) {
    if (!(node instanceof Node.Mapping map)) {
      return reading.unexpected(node, expected());
    }
    var all = new LinkedHashMap<K, V>();
    for (var entry : map.entries()) {
      var keyRead = key.read(entry.key(), reading);
      var held = value.read(entry.value(), reading);
      keyRead.ifPresent(known -> held.ifPresent(one -> all.put(known, one)));
    }
    return Optional.of(all);
  }

  @Override
  public String expected() {
    return name;
  }

  @Override
  public Map<String, Object> schema(SchemaNames names) {
    return Map.of(
        "type",
        "object",
        "propertyNames",
        key.schema(names),
        "additionalProperties",
        value.schema(names));
  }

  @Override
  public Stream<Shape<?>> behind(String named, Beside beside) {
    return Stream.of(value);
  }

  @Override
  public boolean isShort() {
    return false;
  }
}
