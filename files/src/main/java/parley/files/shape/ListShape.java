package parley.files.shape;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import parley.files.yaml.Node;

/** A list of one kind of items. */
public record ListShape<T>(String name, Shape<T> item) implements Shape<List<T>> {

  /**
   * A list.
   *
   * @param name what it is called, with its article
   */
  public static <T> ListShape<T> of(String name, Shape<T> item) {
    return new ListShape<>(name, item);
  }

  @Override
  public Optional<List<T>> read(Node node, Reading reading) {
    return node instanceof Node.Sequence list
        ? Optional.of(
            list.items().stream().flatMap(one -> item.read(one, reading).stream()).toList())
        : reading.unexpected(node, expected(), "write `[ ... ]`, or one line with `- ` for each");
  }

  @Override
  public String expected() {
    return name;
  }

  @Override
  public Map<String, Object> schema(SchemaNames names) {
    return Map.of("type", "array", "items", item.schema(names));
  }

  @Override
  public Stream<Shape<?>> items() {
    return Stream.of(item);
  }

  /** In brackets, when its items are scalars. */
  @Override
  public boolean isShort() {
    var first = item.keys(new Beside(Reading.Scope.CONVERSATION, Set.of()));
    return first.findAny().isEmpty();
  }
}
