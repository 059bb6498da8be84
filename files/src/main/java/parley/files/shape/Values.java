package parley.files.shape;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.files.yaml.Node;
import parley.model.collection.Position;

/** The values of a map that was read, by their keys. */
public final class Values {

  private final Node.Mapping node;
  private final Reading reading;
  private final Map<String, Object> values;

  Values(Node.Mapping node, Reading reading, Map<String, Object> values) {
    this.node = node;
    this.reading = reading;
    this.values = values;
  }

  /** The value, or the default; the key is needed or has one. */
  public <T> T get(Key<T> key) {
    return find(key).orElseGet(key::defaultValue);
  }

  /** The value, when the key is there. */
  @SuppressWarnings("unchecked") // put there by the shape of the same key
  public <T> Optional<T> find(Key<T> key) {
    return Optional.ofNullable((T) values.get(key.name()));
  }

  /** The value, or null: for the nullable components of records. */
  public <T> @Nullable T orNull(Key<T> key) {
    return find(key).orElse(null);
  }

  /** The items, or none. */
  public <T> List<T> list(Key<List<T>> key) {
    return find(key).orElse(List.of());
  }

  /** Where the map begins. */
  public Position at() {
    return node.at();
  }

  /** Where the key stands, or else where the map begins. */
  public Position at(Key<?> key) {
    return node.entry(key.name()).map(entry -> entry.key().at()).orElse(node.at());
  }

  /** The reading that found the values. */
  public Reading reading() {
    return reading;
  }
}
