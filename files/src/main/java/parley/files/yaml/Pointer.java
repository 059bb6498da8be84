package parley.files.yaml;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The way from the root of a tree to one of its nodes. */
public record Pointer(List<Part> parts) {

  /** The root itself. */
  public static final Pointer ROOT = new Pointer(List.of());

  public Pointer {
    parts = List.copyOf(parts);
  }

  /** One step of the way. */
  public sealed interface Part {

    /** To the value of a key. */
    record Key(String name) implements Part {}

    /** To an item, from 0. */
    record Index(int index) implements Part {}
  }

  /** From the root to the value of a key. */
  public static Pointer of(String key) {
    return ROOT.key(key);
  }

  /** Further to the value of a key. */
  public Pointer key(String name) {
    return and(new Part.Key(name));
  }

  /** Further to an item. */
  public Pointer at(int index) {
    return and(new Part.Index(index));
  }

  private Pointer and(Part part) {
    return new Pointer(Stream.concat(parts.stream(), Stream.of(part)).toList());
  }

  /** Whether it leads nowhere. */
  public boolean isRoot() {
    return parts.isEmpty();
  }

  /** The way without its last part. */
  public Pointer parent() {
    return new Pointer(parts.subList(0, parts.size() - 1));
  }

  /** The last part; a pointer to the root has none. */
  public Part last() {
    return parts.getLast();
  }

  /** The further way that another one is, when that begins as this one does. */
  public boolean leadsTo(Pointer other) {
    return other.parts.size() >= parts.size() && other.parts.subList(0, parts.size()).equals(parts);
  }

  /**
   * A way as {@link #toString} writes it. A number leads to an item where there is a list, and else
   * to the value of a key.
   */
  public static Pointer parse(String text, Node root) {
    var way = ROOT;
    for (var part : text.isEmpty() ? new String[0] : text.substring(1).split("/", -1)) {
      var name = part.replace("~1", "/").replace("~0", "~");
      var list = way.in(root).filter(Node.Sequence.class::isInstance).isPresent();
      way = list && name.matches("\\d{1,9}") ? way.at(Integer.parseInt(name)) : way.key(name);
    }
    return way;
  }

  /** As a JSON Pointer (RFC 6901): {@code /steps/0/send}. */
  @Override
  public String toString() {
    var text = new StringBuilder();
    for (var part : parts) {
      text.append('/')
          .append(
              switch (part) {
                case Part.Key(var name) -> name.replace("~", "~0").replace("/", "~1");
                case Part.Index(var index) -> Integer.toString(index);
              });
    }
    return text.toString();
  }

  /** The node that the way leads to. */
  public Optional<Node> in(Node root) {
    Optional<Node> node = Optional.of(root);
    for (var part : parts) {
      node = node.flatMap(one -> step(one, part));
    }
    return node;
  }

  private static Optional<Node> step(Node node, Part part) {
    return switch (part) {
      case Part.Key(var name) ->
          node instanceof Node.Mapping map ? map.find(name) : Optional.empty();
      case Part.Index(var index) ->
          node instanceof Node.Sequence list && index < list.items().size()
              ? Optional.of(list.items().get(index))
              : Optional.empty();
    };
  }
}
