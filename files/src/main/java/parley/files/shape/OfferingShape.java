package parley.files.shape;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import parley.files.yaml.Node;

/** A shape whose values are known elsewhere. */
record OfferingShape<T>(Shape<T> shape, List<Offer> more) implements Shape<T> {

  @Override
  public Optional<T> read(Node node, Reading reading) {
    return shape.read(node, reading);
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
    return Stream.concat(more.stream(), shape.offers());
  }
}
