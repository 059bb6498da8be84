package parley.files.shape;

import java.util.Map;
import java.util.Optional;
import parley.files.yaml.Node;
import parley.model.collection.Source;

/** A text, or nothing for an empty one. */
record OptionalTextShape() implements Shape<Source> {

  @Override
  public Optional<Source> read(Node node, Reading reading) {
    return node instanceof Node.Scalar scalar && scalar.isNothing()
        ? Optional.of(new Source("", scalar.at()))
        : Scalars.TEXT.read(node, reading);
  }

  @Override
  public String expected() {
    return "a text, or nothing";
  }

  @Override
  public Map<String, Object> schema(SchemaNames names) {
    return Map.of("type", java.util.List.of("string", "number", "boolean", "null"));
  }
}
