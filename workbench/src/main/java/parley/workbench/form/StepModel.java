package parley.workbench.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import parley.files.yaml.Excerpt;
import parley.files.yaml.Layout;
import parley.files.yaml.Node;
import parley.files.yaml.Pointer;
import parley.files.yaml.YamlDocument;
import parley.model.value.Value;
import parley.workbench.call.Json;

/** Steps in the order of their file, those inside of others with them. */
record StepModel(YamlDocument document) {

  static final Pointer LIST = Pointer.of("steps");
  private static final int MAX_TITLE = 80;

  List<Value> all() {
    return in(LIST);
  }

  private List<Value> in(Pointer list) {
    var all = new ArrayList<Value>();
    if (list.in(document.root()).orElse(null) instanceof Node.Sequence items) {
      for (var index = 0; index < items.items().size(); index++) {
        all.add(of(list.at(index), items.items().get(index)));
      }
    }
    return all;
  }

  private Value of(Pointer at, Node item) {
    var telling = Variants.telling(item, Variants.VERBS);
    var verb = telling.map(Node.Entry::name).orElse("");
    var excerpt = Excerpt.ofItem(document, at);
    var json =
        Json.object()
            .put("at", PageValues.pointer(at))
            .put("line", excerpt.line())
            .put("end", excerpt.lastLine())
            .put("verb", verb)
            .put("title", title(item, telling))
            .putText("id", field(item, "id"))
            .putText("on", field(item, "on"))
            .put("text", excerpt.text())
            .put("fields", PageValues.said(item));
    inline(telling).ifPresent(message -> json.put("message", message));
    var inner = inner(at, verb);
    return (inner.isEmpty() ? json : json.put("steps", Value.of(inner))).value();
  }

  /** A message that stands in the step. */
  private static Optional<Value> inline(Optional<Node.Entry> telling) {
    return telling
        .filter(one -> one.name().equals("send") && one.value() instanceof Node.Mapping)
        .map(one -> MessageModel.of(0, one.value()));
  }

  private List<Value> inner(Pointer at, String verb) {
    return switch (verb) {
      case "group" ->
          Stream.of("group", "finally").flatMap(key -> in(at.key(key)).stream()).toList();
      case "for-each" -> in(at.key("for-each").key("steps"));
      case "parallel" -> strands(at.key("parallel"));
      default -> List.of();
    };
  }

  private List<Value> strands(Pointer at) {
    var all = new ArrayList<Value>();
    if (at.in(document.root()).orElse(null) instanceof Node.Sequence strands) {
      for (var index = 0; index < strands.items().size(); index++) {
        all.addAll(in(at.at(index)));
      }
    }
    return all;
  }

  private static Optional<String> field(Node item, String key) {
    return item instanceof Node.Mapping map ? map.find(key).flatMap(Form::text) : Optional.empty();
  }

  /** What a step is about, beside its verb. */
  private static String title(Node item, Optional<Node.Entry> telling) {
    var verb = telling.map(Node.Entry::name).orElse("");
    var object =
        switch (verb) {
          case "receive" -> part(item, "where").or(() -> part(item, "take")).orElse("");
          case "group" -> field(item, "name").orElse("");
          case "for-each" -> telling.map(StepModel::loop).orElse("");
          case "parallel", "script", "" -> "";
          default -> telling.map(one -> shown(one.value())).orElse("");
        };
    var line = object.replaceAll("\\s+", " ").strip();
    return line.length() > MAX_TITLE ? line.substring(0, MAX_TITLE) + "..." : line;
  }

  private static Optional<String> part(Node item, String key) {
    return item instanceof Node.Mapping map
        ? map.find(key).map(StepModel::shown)
        : Optional.empty();
  }

  private static String loop(Node.Entry entry) {
    return entry.value() instanceof Node.Mapping map
        ? map.entries().stream()
            .map(Node.Entry::name)
            .filter(name -> !name.equals("steps"))
            .findFirst()
            .orElse("")
        : "";
  }

  private static String shown(Node node) {
    return Form.text(node).orElseGet(() -> Layout.inline(node.toValue()));
  }
}
