package parley.files.shape;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import parley.files.yaml.Node;

/** What may stand at a place of a file, and what it means. */
public interface Shape<T> {

  /** The value; nothing when it is not as expected, which is then among the problems. */
  Optional<T> read(Node node, Reading reading);

  /** What is expected, as a noun for a sentence. */
  String expected();

  /** The same as JSON Schema. */
  Map<String, Object> schema(SchemaNames names);

  /** What may stand here as a scalar, as far as that can be listed. */
  default Stream<Offer> offers() {
    return Stream.empty();
  }

  /** The keys that a map here may have, as far as they are known, beside those that it has. */
  default Stream<Key<?>> keys(Beside beside) {
    return Stream.empty();
  }

  /** What may stand behind a key of a map here. */
  default Stream<Shape<?>> behind(String key, Beside beside) {
    return Stream.empty();
  }

  /** What the items of a list here may be. */
  default Stream<Shape<?>> items() {
    return Stream.empty();
  }

  /** Whether it can be written on the line of its key. */
  default boolean isShort() {
    return true;
  }

  /** The same shape, which lists what may stand here. */
  default Shape<T> offering(Offer... offers) {
    return new OfferingShape<>(this, List.of(offers));
  }

  /** The same shape with another value. */
  default <U> Shape<U> map(Function<T, U> change) {
    return new MappedShape<>(this, change);
  }
}
