package parley.files.shape;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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
}
