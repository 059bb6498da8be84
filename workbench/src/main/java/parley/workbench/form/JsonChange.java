package parley.workbench.form;

import java.util.List;
import java.util.Map;
import parley.files.yaml.Edit;
import parley.files.yaml.Editor;
import parley.files.yaml.Node;
import parley.files.yaml.Pointer;
import parley.files.yaml.YamlDocument;
import parley.model.value.JsonWriter;
import parley.model.value.Value;

/** Makes JSON that is written as YAML say something else; what stays the same stays as written. */
final class JsonChange {

  private YamlDocument document;

  private JsonChange(YamlDocument document) {
    this.document = document;
  }

  static YamlDocument apply(YamlDocument document, Pointer at, Value value) {
    var change = new JsonChange(document);
    change.value(at, value);
    return change.document;
  }

  private void value(Pointer at, Value value) {
    var node = at.in(document.root()).orElseThrow();
    if (text(PageValues.json(node)).equals(text(value))) {
      return;
    }
    if (node instanceof Node.Mapping map
        && value instanceof Value.Fields(var fields)
        && !fields.isEmpty()
        && keepsOrder(map, fields)) {
      fields(at, map, fields);
    } else if (node instanceof Node.Sequence
        && value instanceof Value.Items(var items)
        && !items.isEmpty()) {
      items(at, items);
    } else {
      put(at, node, value);
    }
  }

  /** Numbers count as they are written. */
  private static String text(Value value) {
    return JsonWriter.write(value);
  }

  private void put(Pointer at, Node node, Value value) {
    var written = PageValues.yaml(value);
    var isText = value instanceof Value.Text(var text) && !PageValues.isLiteral(text);
    apply(
        new Edit.Put(
            at,
            isText && value instanceof Value.Text(var text)
                ? parley.files.yaml.Value.text(text, node)
                : written));
  }

  private static boolean keepsOrder(Node.Mapping map, Map<String, Value> fields) {
    var before = map.entries().stream().map(Node.Entry::name).filter(fields::containsKey).toList();
    var names = map.entries().stream().map(Node.Entry::name).toList();
    return before.equals(fields.keySet().stream().filter(names::contains).toList());
  }

  private void fields(Pointer at, Node.Mapping map, Map<String, Value> fields) {
    var index = 0;
    for (var field : fields.entrySet()) {
      var way = at.key(field.getKey());
      if (map.entry(field.getKey()).isPresent()) {
        value(way, field.getValue());
        index = indexOf(at, field.getKey()) + 1;
      } else {
        apply(new Edit.InsertKey(way, index++, PageValues.yaml(field.getValue())));
      }
    }
    for (var entry : map.entries()) {
      if (!fields.containsKey(entry.name())) {
        apply(new Edit.Remove(at.key(entry.name())));
      }
    }
  }

  private int indexOf(Pointer at, String key) {
    return at.in(document.root()).orElseThrow() instanceof Node.Mapping map
        ? map.entries().stream().map(Node.Entry::name).toList().indexOf(key)
        : 0;
  }

  private void items(Pointer at, List<Value> items) {
    var count = count(at);
    for (var index = count - 1; index >= items.size(); index--) {
      apply(new Edit.Remove(at.at(index)));
    }
    for (var index = 0; index < items.size(); index++) {
      if (index < count) {
        value(at.at(index), items.get(index));
      } else {
        apply(new Edit.Add(at, PageValues.yaml(items.get(index))));
      }
    }
  }

  private int count(Pointer at) {
    return at.in(document.root()).orElseThrow() instanceof Node.Sequence list
        ? list.items().size()
        : 0;
  }

  private void apply(Edit edit) {
    document = Editor.apply(document, edit);
  }
}
