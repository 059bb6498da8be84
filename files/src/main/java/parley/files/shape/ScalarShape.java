package parley.files.shape;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import parley.files.problem.Nearest;
import parley.files.yaml.Node;
import parley.files.yaml.Quoting;
import parley.model.collection.Source;

/** A scalar that is read as something more precise than a text. */
public final class ScalarShape<T> implements Shape<T> {

  private final String expected;
  private final Function<Source, Optional<T>> parse;
  private final Function<String, Optional<String>> hint;
  private final Map<String, Object> schema;

  private ScalarShape(
      String expected,
      Function<Source, Optional<T>> parse,
      Function<String, Optional<String>> hint,
      Map<String, Object> schema) {
    this.expected = expected;
    this.parse = parse;
    this.hint = hint;
    this.schema = schema;
  }

  /**
   * A scalar.
   *
   * @param expected as a noun for a sentence
   * @param parse nothing when the text is not as expected
   * @param pattern a regular expression of JSON Schema for the whole text
   */
  public static <T> ScalarShape<T> of(
      String expected, Function<String, Optional<T>> parse, String pattern) {
    return new ScalarShape<>(
        expected,
        source -> parse.apply(source.text()),
        text -> Optional.empty(),
        Map.of("type", SCALAR, "pattern", "^(" + pattern + ")$"));
  }

  /** One of some words. */
  public static <T> ScalarShape<T> ofWords(Map<String, T> words) {
    var names = List.copyOf(words.keySet());
    return new ScalarShape<>(
        "one of " + UnknownKeys.list(names),
        source -> Optional.ofNullable(words.get(source.text())),
        text -> Nearest.hint(text, names),
        Map.of("enum", names.stream().flatMap(ScalarShape::spellings).toList()));
  }

  /** Editors read YAML with types: {@code true}, {@code 2} and {@code 1.1} are no strings there. */
  private static Stream<Object> spellings(String word) {
    return switch (word) {
      case "true" -> Stream.of(true);
      case "false" -> Stream.of(false);
      case "2" -> Stream.of("2", 2);
      case "4" -> Stream.of("4", 4);
      case "6" -> Stream.of("6", 6);
      case "3" -> Stream.of("3", 3);
      default -> Stream.of(word);
    };
  }

  /** Any text. */
  static ScalarShape<Source> ofText(String expected) {
    return new ScalarShape<>(
        expected, Optional::of, text -> Optional.empty(), Map.of("type", SCALAR));
  }

  static final List<String> SCALAR = List.of("string", "number", "boolean");

  /** The same shape with a hint for texts that are not as expected. */
  public ScalarShape<T> hinting(Function<String, Optional<String>> better) {
    return new ScalarShape<>(expected, parse, better, schema);
  }

  /** The same shape for fewer values. */
  public ScalarShape<T> onlyIf(Predicate<T> allowed, String described) {
    return new ScalarShape<>(
        described, source -> parse.apply(source).filter(allowed), hint, schema);
  }

  @Override
  public Optional<T> read(Node node, Reading reading) {
    return switch (node) {
      case Node.Scalar scalar when scalar.isNothing() ->
          reading.unexpected(node, expected, "write a value after the colon, or leave the key out");
      case Node.Scalar scalar -> read(scalar, reading);
      case Node.Mapping map -> structure(map, reading);
      case Node.Sequence list -> structure(list, reading);
    };
  }

  private Optional<T> read(Node.Scalar scalar, Reading reading) {
    var value = parse.apply(scalar.source());
    if (value.isPresent()) {
      return value;
    }
    return hint.apply(scalar.text())
        .<Optional<T>>map(text -> reading.unexpected(scalar, expected, text))
        .orElseGet(() -> reading.unexpected(scalar, expected));
  }

  /** Braces, brackets and {@code key: value} are text only in quotes. */
  private Optional<T> structure(Node node, Reading reading) {
    var written = reading.excerpt(node);
    return written.isBlank() || written.contains("\n")
        ? reading.unexpected(node, expected)
        : reading.unexpected(node, expected, "quote it: " + Quoting.quote(written));
  }

  @Override
  public String expected() {
    return expected;
  }

  @Override
  public Map<String, Object> schema(SchemaNames names) {
    return schema;
  }

  /** The words of an enumeration. */
  @Override
  public Stream<Offer> offers() {
    return schema.get("enum") instanceof List<?> words
        ? words.stream().map(String::valueOf).distinct().map(Offer.Word::new)
        : Stream.empty();
  }
}
