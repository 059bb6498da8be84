package parley.files.shape;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import parley.files.yaml.Node;
import parley.model.collection.Code;

/** JavaScript, which the reading keeps: nobody's script is done unseen. */
public record CodeShape(Shape<Code> shape) implements Shape<Code> {

  @Override
  public Optional<Code> read(Node node, Reading reading) {
    var code = shape.read(node, reading);
    code.ifPresent(reading::useCode);
    return code;
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
