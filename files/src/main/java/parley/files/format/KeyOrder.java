package parley.files.format;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import parley.files.shape.Beside;
import parley.files.shape.Key;
import parley.files.shape.Shape;
import parley.files.yaml.Edit;
import parley.files.yaml.Node;
import parley.files.yaml.Pointer;
import parley.files.yaml.Value;
import parley.files.yaml.YamlDocument;

/** Puts new keys where the guide to the format has them. */
public final class KeyOrder {

  private final FileKind kind;
  private final Node root;

  private KeyOrder(FileKind kind, Node root) {
    this.kind = kind;
    this.root = root;
  }

  /**
   * The edit that sets a value: in its place, or as a new key between those that come before and
   * after it in the order of the format. Maps that are missing on the way are made.
   */
  public static Edit put(FileKind kind, YamlDocument document, Pointer at, Value value) {
    return new KeyOrder(kind, document.root()).put(at, value);
  }

  private Edit put(Pointer at, Value value) {
    if (at.isRoot()
        || at.in(root).isPresent()
        || !(at.last() instanceof Pointer.Part.Key(var name))) {
      return new Edit.Put(at, value);
    }
    var around = at.parent().in(root);
    if (around.filter(KeyOrder::isSomething).isEmpty()) {
      return put(at.parent(), Value.of(new Value.Member(name, value)));
    }
    return around.get() instanceof Node.Mapping map && !map.entries().isEmpty()
        ? new Edit.InsertKey(at, index(at, name, map), value)
        : new Edit.Put(at, value);
  }

  private static boolean isSomething(Node node) {
    return !(node instanceof Node.Scalar scalar && scalar.isNothing());
  }

  private int index(Pointer at, String name, Node.Mapping map) {
    var existing = map.entries().stream().map(Node.Entry::name).toList();
    var order = order(at.parent(), existing);
    var rank = order.indexOf(name);
    for (var index = existing.size(); rank >= 0 && index > 0; index--) {
      if (order.indexOf(existing.get(index - 1)) < rank) {
        return index;
      }
    }
    return rank < 0 ? existing.size() : 0;
  }

  /** The keys of a map in the order of the format. */
  private List<String> order(Pointer map, List<String> existing) {
    var shapes = shapes(map);
    var all = names(shapes, Set.of());
    for (var key : existing) {
      var others = names(shapes, Set.of(key));
      var without = all.stream().filter(name -> !name.equals(key)).toList();
      if (!others.equals(without)) {
        return Stream.concat(Stream.of(key), others.stream()).toList(); // it tells the rest
      }
    }
    return all;
  }

  private List<String> names(List<Shape<?>> shapes, Set<String> present) {
    return shapes.stream()
        .flatMap(shape -> shape.keys(new Beside(kind.scope(), present)))
        .<String>map(Key::name)
        .toList();
  }

  private List<Shape<?>> shapes(Pointer map) {
    var shapes = List.<Shape<?>>of(kind.shape());
    var way = Pointer.ROOT;
    for (var part : map.parts()) {
      var around = way.in(root).orElseThrow();
      shapes = shapes.stream().flatMap(shape -> inside(shape, part, around)).distinct().toList();
      way = part instanceof Pointer.Part.Key(var name) ? way.key(name) : way.at(index(part));
    }
    return shapes;
  }

  private static int index(Pointer.Part part) {
    return part instanceof Pointer.Part.Index(var index) ? index : 0;
  }

  private Stream<Shape<?>> inside(Shape<?> shape, Pointer.Part part, Node around) {
    return switch (part) {
      case Pointer.Part.Key(var name) -> shape.behind(name, new Beside(kind.scope(), keys(around)));
      case Pointer.Part.Index _ -> shape.items();
    };
  }

  private static Set<String> keys(Node around) {
    var keys = new LinkedHashSet<String>();
    if (around instanceof Node.Mapping map) {
      map.entries().forEach(entry -> keys.add(entry.name()));
    }
    return keys;
  }
}
