package parley.files.shape;

import java.util.Map;
import java.util.Optional;
import parley.files.yaml.Node;

/**
 * Nothing after the colon: the key says all by itself.
 *
 * @param hint what to do with what stands there
 */
public record NothingShape(String hint) implements Shape<Boolean> {

  @Override
  public Optional<Boolean> read(Node node, Reading reading) {
    if (!(node instanceof Node.Scalar scalar && scalar.isNothing())) {
      return reading.unexpected(node, expected(), hint);
    }
    return Optional.of(true);
  }

  @Override
  public String expected() {
    return "nothing after the colon";
  }

  @Override
  public Map<String, Object> schema(SchemaNames names) {
    return Map.of("type", "null");
  }
}
