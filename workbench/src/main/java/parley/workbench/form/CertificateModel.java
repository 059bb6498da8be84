package parley.workbench.form;

import java.util.ArrayList;
import java.util.List;
import parley.files.yaml.Node;
import parley.files.yaml.Pointer;
import parley.model.value.Value;
import parley.workbench.call.Json;

/** Certificates that are shown to some hosts only: what the file says, else what it inherits. */
record CertificateModel(Form form) {

  static final Pointer AT = Pointer.of("tls").key("certificates");

  private static final List<String> FIELDS =
      List.of("hosts", "certificate", "key", "pkcs12", "password");

  Value value() {
    var rows = new ArrayList<Value>();
    if (form.own(AT).orElse(null) instanceof Node.Sequence own) {
      for (var index = 0; index < own.items().size(); index++) {
        var at = PageValues.pointer(AT.at(index));
        rows.add(row(own.items().get(index)).put("at", at).value());
      }
    } else if (form.inherited(AT).orElse(null) instanceof Node.Sequence above) {
      above.items().forEach(item -> rows.add(row(item).put("from", form.from(item)).value()));
    }
    return Json.object().put("rows", Value.of(rows)).value();
  }

  private static Json.Fields row(Node item) {
    var row = Json.object().put("hosts", "");
    if (item instanceof Node.Mapping map) {
      map.entries().stream()
          .filter(one -> FIELDS.contains(one.name()))
          .forEach(one -> row.put(one.name(), Fields.shown(one.value())));
    }
    return row;
  }
}
