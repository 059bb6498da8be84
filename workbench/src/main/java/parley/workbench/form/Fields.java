package parley.workbench.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import parley.files.format.FileKind;
import parley.files.format.KeyOrder;
import parley.files.shape.Key;
import parley.files.yaml.Edit;
import parley.files.yaml.Editor;
import parley.files.yaml.Node;
import parley.files.yaml.Pointer;
import parley.files.yaml.Value;
import parley.files.yaml.Value.Member;
import parley.files.yaml.YamlDocument;

/** A map of texts and lists of texts, as fields of a form. */
final class Fields {

  /** What is longer in braces is written in lines. */
  private static final int LONGEST = 80;

  private Fields() {}

  /** How a field shows what stands there. */
  static String shown(Node value) {
    return value instanceof Node.Sequence list
        ? list.items().stream()
            .flatMap(item -> Form.text(item).stream())
            .collect(Collectors.joining(" "))
        : Form.text(value).orElse("");
  }

  /** A new map; empty fields that are not needed are left out. */
  static Value whole(List<Key<?>> keys, Map<String, String> values) {
    var members = new ArrayList<Member>();
    for (var key : keys) {
      var text = values.getOrDefault(key.name(), "");
      if (isSaid(key, text)) {
        members.add(new Member(key.name(), value(key, text)));
      }
    }
    return new Value.Members(members);
  }

  /** Changes a map field by field, so that what stays the same stays as it is written. */
  static YamlDocument change(
      FileKind kind,
      YamlDocument document,
      Pointer at,
      List<Key<?>> keys,
      Map<String, String> values) {
    var changed = document;
    for (var key : keys) {
      var text = values.getOrDefault(key.name(), "");
      changed = change(kind, changed, at.key(key.name()), key, text);
    }
    return changed.text().equals(document.text()) ? document : inLines(kind, changed, at);
  }

  /** A map in braces that has grown too long for one line, in several. */
  private static YamlDocument inLines(FileKind kind, YamlDocument document, Pointer at) {
    var way = at;
    while (isInBraces(document, way.parent())) {
      way = way.parent();
    }
    var node = way.in(document.root()).orElseThrow();
    var written = document.text().substring(node.span().start(), node.span().end());
    return isInBraces(document, way) && isLong(written)
        ? Editor.apply(document, KeyOrder.put(kind, document, way, node.toValue()))
        : document;
  }

  private static boolean isInBraces(YamlDocument document, Pointer at) {
    return !at.isRoot()
        && at.in(document.root()).orElse(null) instanceof Node.Mapping map
        && map.flow();
  }

  private static boolean isLong(String written) {
    return written.length() > LONGEST && !written.contains("\n");
  }

  private static YamlDocument change(
      FileKind kind, YamlDocument document, Pointer field, Key<?> key, String text) {
    var before = field.in(document.root());
    if (before.map(Fields::shown).filter(text::equals).isPresent()) {
      return document;
    }
    if (isSaid(key, text)) {
      var value =
          before.isPresent() && before.get() instanceof Node.Scalar old && !old.text().isEmpty()
              ? Value.text(text, before.get())
              : value(key, text);
      return Editor.apply(document, KeyOrder.put(kind, document, field, value));
    }
    return before.isPresent() ? Editor.apply(document, new Edit.Remove(field)) : document;
  }

  private static boolean isSaid(Key<?> key, String text) {
    var unsaid = key.byDefault().filter(text::equals).isPresent();
    return key.required() || (!text.isEmpty() && !unsaid);
  }

  private static Value value(Key<?> key, String text) {
    return key.shape().items().findAny().isPresent()
        ? new Value.Items(
            Arrays.stream(text.split("[,\\s]+"))
                .filter(one -> !one.isEmpty())
                .map(Value::text)
                .toList())
        : Value.text(text);
  }
}
