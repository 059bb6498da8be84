package parley.workbench.form;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.files.format.FileKind;
import parley.files.format.KeyOrder;
import parley.files.yaml.Edit;
import parley.files.yaml.Editor;
import parley.files.yaml.Node;
import parley.files.yaml.Pointer;
import parley.files.yaml.Value;
import parley.files.yaml.Value.Member;
import parley.files.yaml.YamlDocument;

/**
 * Changes rows of tables. A table is a map as long as each name occurs once, and a list of {@code {
 * name, value, enabled }} from then on.
 */
public final class RowEdits {

  private final FileKind kind;
  private final Table table;
  private YamlDocument document;

  private RowEdits(FileKind kind, YamlDocument document, Table table) {
    this.kind = kind;
    this.document = document;
    this.table = table;
  }

  /** Adds a row at the end. */
  public static Changed add(FileKind kind, YamlDocument document, Table table, Row row) {
    return new RowEdits(kind, document, table).checked(row, edits -> edits.add(row));
  }

  /** Changes the row that stands at a place. */
  public static Changed change(
      FileKind kind, YamlDocument document, Table table, Pointer at, Row row) {
    return new RowEdits(kind, document, table)
        .checked(
            row,
            edits -> {
              edits.change(at, row);
              return null;
            });
  }

  /** Removes it, and the table with its last row. */
  public static Changed remove(YamlDocument document, Pointer at) {
    return new Changed.Done(Editor.apply(document, new Edit.Prune(at)));
  }

  /** Puts rows in: those whose name is there once already take its place, others are added. */
  public static Changed paste(FileKind kind, YamlDocument document, Table table, List<Row> rows) {
    var edits = new RowEdits(kind, document, table);
    for (var row : rows) {
      var same = edits.rows().stream().filter(one -> one.row().name().equals(row.name())).toList();
      var repeats = rows.stream().filter(one -> one.name().equals(row.name())).count() > 1;
      if (same.size() == 1 && (!repeats || !table.hasFields())) {
        edits.change(same.getFirst().at(), row);
      } else {
        edits.add(row);
      }
    }
    return new Changed.Done(edits.document);
  }

  private interface Doing {
    @Nullable Pointer with(RowEdits edits);
  }

  private Changed checked(Row row, Doing doing) {
    if (row.name().isBlank()) {
      return new Changed.Refused("A row without a name says nothing.", "Give it a name.");
    }
    if (!table.hasFields() && !row.enabled()) {
      return new Changed.Refused("Variables cannot be switched off.", "Remove it, or rename it.");
    }
    var at = doing.with(this);
    return new Changed.Done(document, at);
  }

  private List<Row.Placed> rows() {
    return table.at().in(document.root()).map(node -> Row.in(table, node)).orElse(List.of());
  }

  private boolean isList() {
    return table.at().in(document.root()).filter(Node.Sequence.class::isInstance).isPresent();
  }

  private Pointer add(Row row) {
    var taken = rows().stream().anyMatch(one -> one.row().name().equals(row.name()));
    if (taken && table.hasFields()) {
      toList();
    }
    if (isList()) {
      apply(new Edit.Add(table.at(), item(row)));
      return rows().getLast().at();
    }
    var at = table.at().key(row.name());
    apply(KeyOrder.put(kind, document, at, value(row)));
    return at;
  }

  private void change(Pointer at, Row row) {
    var old =
        rows().stream()
            .filter(one -> one.at().equals(at))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("nothing at " + at));
    if (isList()) {
      changeItem(at, old.row(), row);
      return;
    }
    var renamed = !old.row().name().equals(row.name());
    var taken = rows().stream().anyMatch(one -> one.row().name().equals(row.name()));
    if (renamed && taken && table.hasFields()) {
      var index = rows().indexOf(old);
      toList();
      changeItem(table.at().at(index), old.row(), row);
      return;
    }
    if (renamed && taken) {
      apply(new Edit.Remove(table.at().key(row.name())));
    }
    if (renamed) {
      apply(new Edit.Rename(at, row.name()));
    }
    changeValue(table.at().key(row.name()), row);
  }

  /** What does not change stays as it is written. */
  private void changeItem(Pointer at, Row old, Row row) {
    if (!old.name().equals(row.name())) {
      putText(at.key("name"), row.name());
    }
    if (!old.value().equals(row.value())) {
      putText(at.key("value"), row.value());
    }
    if (old.enabled() && !row.enabled()) {
      apply(new Edit.Put(at.key("enabled"), Value.plain("false")));
    } else if (!old.enabled() && row.enabled()) {
      apply(new Edit.Remove(at.key("enabled")));
    }
  }

  private void changeValue(Pointer at, Row row) {
    var node = at.in(document.root()).orElseThrow();
    if (!table.hasFields()) {
      apply(new Edit.Put(at, like(row.variable(), node)));
    } else if (node instanceof Node.Mapping && !row.enabled()) {
      putText(at.key("value"), row.value());
      apply(new Edit.Put(at.key("enabled"), Value.plain("false")));
    } else if (node instanceof Node.Mapping map) {
      var before = map.find("value").orElse(map);
      apply(new Edit.Put(at, Value.text(row.value(), before)));
    } else if (row.enabled()) {
      putText(at, row.value());
    } else {
      var value = Value.text(row.value(), node);
      apply(new Edit.Put(at, switchedOff(value)));
    }
  }

  /** A text keeps the quotes that it had. */
  private static Value like(Value value, Node before) {
    return value instanceof Value.Scalar(var text, var quoted) && !PageValues.isLiteral(text)
        ? Value.text(text, before)
        : value;
  }

  private void putText(Pointer at, String text) {
    var before = at.in(document.root());
    var value = before.isPresent() ? Value.text(text, before.get()) : Value.text(text);
    apply(new Edit.Put(at, value));
  }

  private void apply(Edit edit) {
    document = Editor.apply(document, edit);
  }

  private Value value(Row row) {
    if (!table.hasFields()) {
      return row.variable();
    }
    var value = Value.text(row.value());
    return row.enabled() ? value : switchedOff(value);
  }

  private static Value switchedOff(Value value) {
    return Value.of(new Member("value", value), new Member("enabled", Value.plain("false")));
  }

  private static Value item(Row row) {
    var parts = new ArrayList<Member>();
    parts.add(new Member("name", Value.text(row.name())));
    parts.add(new Member("value", Value.text(row.value())));
    if (!row.enabled()) {
      parts.add(new Member("enabled", Value.plain("false")));
    }
    return new Value.Members(parts);
  }

  /** Repeats need a list. */
  private void toList() {
    if (!isList()) {
      var items = rows().stream().map(one -> item(one.row())).toList();
      apply(new Edit.Put(table.at(), new Value.Items(items)));
    }
  }
}
