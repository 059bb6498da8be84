package parley.files.shape;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import parley.files.yaml.Node;
import parley.model.collection.Source;

/**
 * A path to a file, which the reading keeps so that it can be looked after.
 *
 * @param ending of the files that are most probably meant
 * @param others what may stand in its place and is no path
 */
record PathShape(String ending, Others others) implements Shape<Source> {

  /** What is no path. */
  record Others(String expected, Predicate<String> isOne, List<String> words) {
    static final Others NONE = new Others("", _ -> false, List.of());

    Others {
      words = List.copyOf(words);
    }
  }

  @Override
  public Optional<Source> read(Node node, Reading reading) {
    var path = ScalarShape.ofText(expected()).read(node, reading);
    path.filter(text -> !others.isOne().test(text.text())).ifPresent(reading::usePath);
    return path;
  }

  @Override
  public String expected() {
    return "a path to a file" + others.expected();
  }

  @Override
  public Map<String, Object> schema(SchemaNames names) {
    return Map.of("type", "string");
  }

  @Override
  public Stream<Offer> offers() {
    return Stream.concat(
        others.words().stream().map(Offer.Word::new), Stream.of(new Offer.File(ending)));
  }
}
