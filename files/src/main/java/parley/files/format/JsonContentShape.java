package parley.files.format;

import java.util.Map;
import java.util.Optional;
import parley.files.shape.JsonShape;
import parley.files.shape.Reading;
import parley.files.shape.SchemaNames;
import parley.files.shape.Shape;
import parley.files.yaml.Node;
import parley.model.collection.Content;

/** JSON as a message: a tree, or a block of text that is sent as it stands. */
record JsonContentShape() implements Shape<Content> {

  private static final JsonShape JSON = new JsonShape();

  @Override
  public Optional<Content> read(Node node, Reading reading) {
    return node instanceof Node.Scalar scalar && scalar.style().isBlock()
        ? Optional.of(new Content.JsonBlock(scalar.source()))
        : JSON.read(node, reading).map(Content.JsonValue::new);
  }

  @Override
  public String expected() {
    return JSON.expected();
  }

  @Override
  public Map<String, Object> schema(SchemaNames names) {
    return JSON.schema(names);
  }
}
