package parley.files.shape;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.files.yaml.Node;
import parley.files.yaml.Quoting;

/** A short form and longer ones of the same value, told apart by the kind of node. */
public final class FormsShape<T> implements Shape<T> {

  private final @Nullable Shape<? extends T> scalar;
  private final @Nullable Shape<? extends T> map;
  private final @Nullable Shape<? extends T> list;
  private final @Nullable T nothing;

  private FormsShape(
      @Nullable Shape<? extends T> scalar,
      @Nullable Shape<? extends T> map,
      @Nullable Shape<? extends T> list,
      @Nullable T nothing) {
    this.scalar = scalar;
    this.map = map;
    this.list = list;
    this.nothing = nothing;
  }

  /** A scalar to begin with. */
  public static <T> FormsShape<T> ofScalar(Shape<? extends T> shape) {
    return new FormsShape<>(shape, null, null, null);
  }

  /** A map to begin with. */
  public static <T> FormsShape<T> ofMap(Shape<? extends T> shape) {
    return new FormsShape<>(null, shape, null, null);
  }

  /** A list to begin with. */
  public static <T> FormsShape<T> ofList(Shape<? extends T> shape) {
    return new FormsShape<>(null, null, shape, null);
  }

  /** Or a map. */
  public FormsShape<T> orMap(Shape<? extends T> shape) {
    return new FormsShape<>(scalar, shape, list, nothing);
  }

  /** Or a list. */
  public FormsShape<T> orList(Shape<? extends T> shape) {
    return new FormsShape<>(scalar, map, shape, nothing);
  }

  /** Or nothing at all, which stands for {@code value}. */
  public FormsShape<T> orNothing(T value) {
    return new FormsShape<>(scalar, map, list, value);
  }

  @Override
  public Optional<T> read(Node node, Reading reading) {
    if (nothing != null && node instanceof Node.Scalar empty && empty.isNothing()) {
      return Optional.of(nothing);
    }
    var shape =
        switch (node) {
          case Node.Scalar one -> scalar;
          case Node.Mapping one -> map;
          case Node.Sequence one -> list;
        };
    return shape == null ? refuse(node, reading) : shape.read(node, reading).map(value -> value);
  }

  /** Lets the scalar's shape refuse what is none, for its hints. */
  private Optional<T> refuse(Node node, Reading reading) {
    var written = reading.excerpt(node);
    return scalar == null || written.isBlank() || written.contains("\n")
        ? reading.unexpected(node, expected())
        : reading.unexpected(
            node,
            expected(),
            "a text that looks like this needs quotes: " + Quoting.quote(written));
  }

  @Override
  public String expected() {
    return forms().map(Shape::expected).distinct().collect(Collectors.joining(", or "))
        + (nothing == null ? "" : ", or nothing");
  }

  private static <S> void pass(@Nullable S shape, Consumer<S> next) {
    if (shape != null) {
      next.accept(shape);
    }
  }

  @Override
  public Map<String, Object> schema(SchemaNames names) {
    var forms = new ArrayList<Object>();
    forms().forEach(shape -> forms.add(shape.schema(names)));
    if (nothing != null) {
      forms.add(Map.of("type", "null"));
    }
    return Map.of("anyOf", forms);
  }

  private Stream<Shape<? extends T>> forms() {
    return Stream.of(scalar, map, list).mapMulti(FormsShape::pass);
  }

  @Override
  public Stream<Offer> offers() {
    return forms().flatMap(Shape::offers);
  }

  @Override
  public Stream<Key<?>> keys(Beside beside) {
    return forms().flatMap(form -> form.keys(beside));
  }

  @Override
  public Stream<Shape<?>> behind(String key, Beside beside) {
    return forms().flatMap(form -> form.behind(key, beside));
  }

  @Override
  public Stream<Shape<?>> items() {
    return forms().flatMap(Shape::items);
  }

  @Override
  public boolean isShort() {
    return scalar != null || nothing != null || forms().allMatch(Shape::isShort);
  }
}
