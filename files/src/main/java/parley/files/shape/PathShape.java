package parley.files.shape;

import java.util.Map;
import java.util.Optional;
import parley.files.yaml.Node;
import parley.model.collection.Source;

/** A path to a file, which the reading keeps so that it can be looked after. */
record PathShape() implements Shape<Source> {

  @Override
  public Optional<Source> read(Node node, Reading reading) {
    var path = ScalarShape.ofText(expected()).read(node, reading);
    path.ifPresent(reading::usePath);
    return path;
  }

  @Override
  public String expected() {
    return "a path to a file";
  }

  @Override
  public Map<String, Object> schema(SchemaNames names) {
    return Map.of("type", "string");
  }
}
