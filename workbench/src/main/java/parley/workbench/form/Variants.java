package parley.workbench.form;

import java.util.List;
import java.util.Optional;
import parley.files.format.FileKind;
import parley.files.format.Format;
import parley.files.shape.LazyShape;
import parley.files.shape.Shape;
import parley.files.shape.VariantShape;
import parley.files.yaml.Node;

/** The keys that tell what an item is: kinds of messages, verbs of steps. */
final class Variants {

  static final List<String> KINDS = of("messages");
  static final List<String> VERBS = of("steps");

  private Variants() {}

  private static List<String> of(String list) {
    var shape = Format.CONVERSATION.key(list).orElseThrow().shape();
    return shape.items().flatMap(item -> keys(item).stream()).toList();
  }

  private static List<String> keys(Shape<?> shape) {
    return switch (shape) {
      case VariantShape<?> variants ->
          variants.variants().stream()
              .filter(one -> !one.ofMock())
              .map(VariantShape.Variant::key)
              .toList();
      case LazyShape<?> lazy -> keys(lazy.target().get());
      default -> List.of();
    };
  }

  /** The entry of an item that tells what it is; a weak key only when there is no other. */
  static Optional<Node.Entry> telling(Node item, List<String> keys) {
    if (!(item instanceof Node.Mapping map)) {
      return Optional.empty();
    }
    var all = map.entries().stream().filter(one -> keys.contains(one.name())).toList();
    return all.stream()
        .filter(one -> !one.name().equals("set"))
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  /** Whether files of a kind have messages and steps. */
  static boolean hasItems(FileKind kind) {
    return kind == FileKind.CONVERSATION;
  }
}
