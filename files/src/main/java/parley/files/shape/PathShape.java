package parley.files.shape;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import parley.files.yaml.Node;
import parley.model.collection.Source;

/**
 * A path to a file, which the reading keeps so that it can be looked after.
 *
 * @param ending of the files that are most probably meant
 */
record PathShape(String ending) implements Shape<Source> {

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

  @Override
  public Stream<Offer> offers() {
    return Stream.of(new Offer.File(ending));
  }
}
