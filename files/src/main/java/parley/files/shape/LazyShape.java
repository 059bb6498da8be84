package parley.files.shape;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import parley.files.yaml.Node;

/** A shape that is looked up when it is needed, for shapes that contain themselves. */
public record LazyShape<T>(Supplier<Shape<T>> target) implements Shape<T> {

  @Override
  public Optional<T> read(Node node, Reading reading) {
    return target.get().read(node, reading);
  }

  @Override
  public String expected() {
    return target.get().expected();
  }

  @Override
  public Map<String, Object> schema(SchemaNames names) {
    return target.get().schema(names);
  }

  @Override
  public Stream<Offer> offers() {
    return target.get().offers();
  }

  @Override
  public Stream<Key<?>> keys(Beside beside) {
    return target.get().keys(beside);
  }

  @Override
  public Stream<Shape<?>> behind(String key, Beside beside) {
    return target.get().behind(key, beside);
  }

  @Override
  public Stream<Shape<?>> items() {
    return target.get().items();
  }

  @Override
  public boolean isShort() {
    return target.get().isShort();
  }
}
