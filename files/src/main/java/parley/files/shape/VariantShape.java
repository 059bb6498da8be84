package parley.files.shape;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import parley.files.problem.Nearest;
import parley.files.yaml.Node;
import parley.files.yaml.Quoting;

/** Maps that are told apart by which one of some keys they have, such as the verb of a step. */
public final class VariantShape<T> implements Shape<T> {

  private final String name;
  private final String keyName;
  private final List<Variant<T>> variants;

  private VariantShape(String name, String keyName, List<Variant<T>> variants) {
    this.name = name;
    this.keyName = keyName;
    this.variants = variants;
  }

  /**
   * One of the maps.
   *
   * @param key that tells it
   * @param weak whether the key means something else beside another variant's key
   * @param ofMock whether only mocks know it
   */
  public record Variant<T>(String key, boolean weak, MapShape<T> shape, boolean ofMock) {

    /** One that is known everywhere. */
    public Variant(String key, boolean weak, MapShape<T> shape) {
      this(key, weak, shape, false);
    }

    private boolean isIn(Reading.Scope scope) {
      return !ofMock || scope == Reading.Scope.MOCK;
    }
  }

  /**
   * The variants together.
   *
   * @param name of the definition in the schema, and in messages: {@code a step}
   * @param keyName what the telling key is called: {@code verb}
   */
  public static <T> VariantShape<T> of(String name, String keyName, List<Variant<T>> variants) {
    return new VariantShape<>(name, keyName, List.copyOf(variants));
  }

  /** The variants in the order that they are explained in. */
  public List<Variant<T>> variants() {
    return variants;
  }

  @Override
  public Optional<T> read(Node node, Reading reading) {
    if (!(node instanceof Node.Mapping map)) {
      return reading.unexpected(node, expected());
    }
    var present = present(map);
    return switch (present.size()) {
      case 0 -> none(map, reading);
      case 1 -> present.getFirst().shape().read(map, reading, this::belonging);
      default -> several(map, present, reading);
    };
  }

  private List<Variant<T>> present(Node.Mapping map) {
    var all = variants.stream().filter(one -> map.entry(one.key()).isPresent()).toList();
    var strong = all.stream().filter(one -> !one.weak()).toList();
    return strong.isEmpty() ? all : strong;
  }

  private Optional<T> none(Node.Mapping map, Reading reading) {
    for (var entry : map.entries()) {
      var hint = UnknownKeys.missingSpace(entry).or(() -> Nearest.hint(entry.name(), keys()));
      if (hint.isPresent()) {
        reading
            .problems()
            .add(
                entry.key().at(), "the key " + Quoting.shown(entry.name()), expected(), hint.get());
        return Optional.empty();
      }
    }
    reading.problems().add(map.at(), name + " without a " + keyName, expected());
    return Optional.empty();
  }

  private Optional<T> several(Node.Mapping map, List<Variant<T>> present, Reading reading) {
    var second = map.entry(present.get(1).key()).orElseThrow();
    var found = present.stream().map(one -> "`" + one.key() + "`").toList();
    reading
        .problems()
        .add(
            second.key().at(),
            String.join(" and ", found) + " in one map",
            "one " + keyName + " for " + name,
            "write them one after the other");
    return Optional.empty();
  }

  private Optional<String> belonging(String written) {
    return variants.stream()
        .filter(one -> one.shape().key(written).isPresent())
        .findFirst()
        .map(one -> "`" + written + "` goes with `" + one.key() + ":`");
  }

  private List<String> keys() {
    return variants.stream().map(Variant::key).toList();
  }

  @Override
  public String expected() {
    return name + " with " + keyName + " " + UnknownKeys.list(keys());
  }

  @Override
  public Map<String, Object> schema(SchemaNames names) {
    return names.reference(
        name,
        () -> Map.of("oneOf", variants.stream().map(one -> one.shape().schema(names)).toList()));
  }

  @Override
  public Stream<Key<?>> keys(Beside beside) {
    var known = variants.stream().filter(one -> one.isIn(beside.scope())).toList();
    var present = known.stream().filter(one -> beside.keys().contains(one.key())).toList();
    var strong = present.stream().filter(one -> !one.weak()).toList();
    return present.isEmpty()
        ? Stream.concat(telling(known), shared(known, beside))
        : (strong.isEmpty() ? present : strong)
            .stream().flatMap(one -> one.shape().keys(beside)).distinct();
  }

  private static <T> Stream<Key<?>> telling(List<Variant<T>> known) {
    return known.stream().flatMap(one -> one.shape().key(one.key()).stream());
  }

  /** The keys that go with every variant. */
  private static <T> Stream<Key<?>> shared(List<Variant<T>> known, Beside beside) {
    return known.stream()
        .limit(1)
        .flatMap(one -> one.shape().keys(beside))
        .filter(key -> known.stream().allMatch(one -> one.shape().keys().contains(key)));
  }

  @Override
  public Stream<Shape<?>> behind(String key, Beside beside) {
    var present =
        variants.stream().filter(one -> beside.keys().contains(one.key()) || one.key().equals(key));
    var strong = present.sorted(Comparator.comparing(Variant::weak)).toList();
    return (strong.isEmpty() ? variants : strong.subList(0, 1))
        .stream().flatMap(one -> one.shape().behind(key, beside)).distinct();
  }

  @Override
  public boolean isShort() {
    return false;
  }
}
