package parley.files.shape;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import parley.files.yaml.Node;

/** Another value for the same shape. */
record MappedShape<T, U>(Shape<T> shape, Function<T, U> change) implements Shape<U> {

  @Override
  public Optional<U> read(Node node, Reading reading) {
    return shape.read(node, reading).map(change);
  }

  @Override
  public String expected() {
    return shape.expected();
  }

  @Override
  public Map<String, Object> schema(SchemaNames names) {
    return shape.schema(names);
  }

  @Override
  public Stream<Offer> offers() {
    return shape.offers();
  }

  @Override
  public Stream<Key<?>> keys(Beside beside) {
    return shape.keys(beside);
  }

  @Override
  public Stream<Shape<?>> behind(String key, Beside beside) {
    return shape.behind(key, beside);
  }

  @Override
  public Stream<Shape<?>> items() {
    return shape.items();
  }

  @Override
  public boolean isShort() {
    return shape.isShort();
  }
}
