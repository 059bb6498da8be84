package parley.files.snapshot;

import java.util.Map;
import java.util.Optional;
import parley.files.shape.Reading;
import parley.files.shape.SchemaNames;
import parley.files.shape.Shape;
import parley.files.yaml.Node;
import parley.model.snapshot.Kept;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;

/** JSON as it was received, in a block of text. */
record KeptJson() implements Shape<Kept.Content> {

  @Override
  public Optional<Kept.Content> read(Node node, Reading reading) {
    return node instanceof Node.Scalar scalar
        ? json(scalar, reading)
        : reading.unexpected(node, expected(), "write it below `json: |`");
  }

  private static Optional<Kept.Content> json(Node.Scalar scalar, Reading reading) {
    return switch (JsonReader.read(scalar.text())) {
      case JsonReading.Read(var value) -> Optional.of(new Kept.Content.Json(value));
      case JsonReading.Unreadable(var offset, _, _, var text) -> {
        reading
            .problems()
            .add(scalar.source().place(offset), "what is no JSON: " + text, "JSON as it was");
        yield Optional.empty();
      }
    };
  }

  @Override
  public String expected() {
    return "JSON in a block of text";
  }

  @Override
  public Map<String, Object> schema(SchemaNames names) {
    return Map.of("type", "string");
  }

  @Override
  public boolean isShort() {
    return false;
  }
}
