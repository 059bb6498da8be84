package parley.workbench.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.files.yaml.Node;
import parley.files.yaml.Pointer;
import parley.model.value.Value;
import parley.workbench.call.Json;

/** A map of names and texts, or of names and lists of texts: own rows, and inherited ones. */
record PairModel(Form form) {

  static final Pointer RESOLVE = Pointer.of("settings").key("resolve");
  static final Pointer PARAMETERS = Pointer.of("auth").key("oauth2").key("parameters");

  /** Own rows with their place. */
  List<Value> own(Pointer at) {
    var rows = new ArrayList<Value>();
    entries(form.own(at))
        .forEach(entry -> {
          var place = PageValues.pointer(at.key(entry.name()));
          rows.add(row(entry).put("at", place).value());
        });
    return rows;
  }

  /** Rows as they are joined, inherited ones first. */
  Value joined(Pointer at) {
    var names = entries(form.own(at)).stream().map(Node.Entry::name).toList();
    var rows = new ArrayList<Value>();
    entries(form.inherited(at)).stream()
        .filter(entry -> !names.contains(entry.name()))
        .forEach(entry -> rows.add(row(entry).put("from", form.from(entry.value())).value()));
    rows.addAll(own(at));
    return Value.of(rows);
  }

  private static List<Node.Entry> entries(Optional<Node> node) {
    return node.orElse(null) instanceof Node.Mapping map ? map.entries() : List.of();
  }

  private static Json.Fields row(Node.Entry entry) {
    return Json.object().put("name", entry.name()).put("value", Fields.shown(entry.value()));
  }
}
