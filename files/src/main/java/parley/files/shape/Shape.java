package parley.files.shape;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import parley.files.yaml.Node;

/** What may stand at a place of a file, and what it means. */
public interface Shape<T> {

  /** The value; nothing when it is not as expected, which is then among the problems. */
  Optional<T> read(Node node, Reading reading);

  /** What is expected, as a noun for a sentence. */
  String expected();

  /** The same as JSON Schema. */
  Map<String, Object> schema(SchemaNames names);

  /** The same shape with another value. */
  default <U> Shape<U> map(Function<T, U> change) {
    return new MappedShape<>(this, change);
  }
}
