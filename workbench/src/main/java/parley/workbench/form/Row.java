package parley.workbench.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.files.yaml.Node;
import parley.files.yaml.Pointer;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.JsonWriter;
import parley.model.value.Value;

/** A row of a table: a header, a parameter, a cookie, a variable. */
public record Row(String name, String value, boolean enabled) {

  /**
   * A row where it stands.
   *
   * @param node its value, or the item that it is
   */
  record Placed(Row row, Pointer at, Node node) {}

  /** The rows of a table, in their order. */
  static List<Placed> in(Table table, Node node) {
    var rows = new ArrayList<Placed>();
    switch (node) {
      case Node.Mapping map -> {
        for (var entry : map.entries()) {
          var at = table.at().key(entry.name());
          rows.add(new Placed(ofEntry(table, entry), at, entry.key()));
        }
      }
      case Node.Sequence list -> {
        for (var index = 0; index < list.items().size(); index++) {
          var item = list.items().get(index);
          rows.add(new Placed(ofItem(item), table.at().at(index), item));
        }
      }
      case Node.Scalar _ -> {}
    }
    return rows;
  }

  private static Row ofEntry(Table table, Node.Entry entry) {
    return table.hasFields()
        ? switched(entry.name(), entry.value())
        : new Row(entry.name(), shown(entry.value()), true);
  }

  private static Row ofItem(Node item) {
    var name =
        item instanceof Node.Mapping map ? map.find("name").flatMap(Form::text) : Optional.empty();
    return switched(name.map(String::valueOf).orElse(""), item);
  }

  private static Row switched(String name, Node value) {
    return switch (value) {
      case Node.Scalar scalar -> new Row(name, scalar.text(), true);
      case Node.Mapping map ->
          new Row(
              name,
              map.find("value").flatMap(Form::text).orElse(""),
              map.find("enabled").flatMap(Form::text).filter("false"::equals).isEmpty());
      case Node.Sequence _ -> new Row(name, "", true);
    };
  }

  /** A variable as a person types it: texts that look like other JSON are in quotes. */
  private static String shown(Node node) {
    var value = PageValues.json(node);
    return value instanceof Value.Text(var text) && !isJson(text) ? text : JsonWriter.write(value);
  }

  /** Whether a text that is typed is JSON rather than a text. */
  private static boolean isJson(String text) {
    var structure = text.startsWith("{") || text.startsWith("[") || text.startsWith("\"");
    return PageValues.isLiteral(text)
        || (structure && JsonReader.read(text) instanceof JsonReading.Read);
  }

  /** The value of a variable that is typed: JSON where it is JSON, else a text. */
  parley.files.yaml.Value variable() {
    if (isJson(value) && JsonReader.read(value) instanceof JsonReading.Read(var json)) {
      return PageValues.yaml(json);
    }
    return parley.files.yaml.Value.text(value);
  }
}
