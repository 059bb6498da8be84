package parley.workbench.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import parley.files.yaml.Layout;
import parley.files.yaml.Node;
import parley.files.yaml.Pointer;
import parley.model.value.Value;
import parley.workbench.call.Json;

/** Saved messages as the composer has them. */
final class MessageModel {

  static final Pointer LIST = Pointer.of("messages");

  private MessageModel() {}

  static List<Value> all(Form form) {
    var all = new ArrayList<Value>();
    if (form.own(LIST).orElse(null) instanceof Node.Sequence list) {
      for (var index = 0; index < list.items().size(); index++) {
        all.add(of(index, list.items().get(index)));
      }
    }
    return all;
  }

  static Value of(int index, Node item) {
    var telling = Variants.telling(item, Variants.KINDS);
    var kind = telling.map(Node.Entry::name).orElse("text");
    var json =
        Json.object()
            .put("index", index)
            .put("name", field(item, "name").orElse(""))
            .put("kind", kind)
            .put("content", telling.map(one -> content(kind, one.value())).orElse(""))
            .putText("as", field(item, "as"))
            .putText("docs", field(item, "docs"));
    if (kind.equals("json") && telling.filter(one -> isTree(one.value())).isPresent()) {
      json.put("tree", true);
    }
    field(item, "compress").ifPresent(flag -> json.put("compress", flag.equals("true")));
    return json.value();
  }

  private static Optional<String> field(Node item, String key) {
    return item instanceof Node.Mapping map ? map.find(key).flatMap(Form::text) : Optional.empty();
  }

  /** What a message consists of, as it is edited. */
  static String content(String kind, Node node) {
    return switch (kind) {
      case "json" -> isTree(node) ? LaidOut.of(PageValues.json(node)) : Form.text(node).orElse("");
      case "close" -> close(node);
      case "frame" -> Layout.inline(node.toValue());
      default -> Form.text(node).orElseGet(() -> Layout.inline(node.toValue()));
    };
  }

  /** Whether JSON is a value of the file; else it is a block that is sent as it stands. */
  static boolean isTree(Node node) {
    return !(node instanceof Node.Scalar scalar && scalar.style().isBlock());
  }

  /** The code and the reason. */
  private static String close(Node node) {
    return node instanceof Node.Mapping map
        ? String.join(
            " ",
            Stream.of("code", "reason")
                .flatMap(key -> map.find(key).flatMap(Form::text).stream())
                .toList())
        : "";
  }
}
