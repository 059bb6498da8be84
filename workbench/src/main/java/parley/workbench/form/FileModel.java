package parley.workbench.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import parley.files.yaml.Node;
import parley.files.yaml.Pointer;
import parley.files.yaml.YamlDocument;
import parley.model.value.Value;
import parley.workbench.call.Json;
import parley.workspace.SecretValues;

/** All that forms show of a file: {@code ConversationModel} of the page. */
public final class FileModel {

  private final Form form;
  private final YamlDocument document;

  private FileModel(Form form, YamlDocument document) {
    this.form = form;
    this.document = document;
  }

  /**
   * The model.
   *
   * @param document that the form's own part is of
   */
  public static Value of(Form form, YamlDocument document) {
    return new FileModel(form, document).value();
  }

  private Value value() {
    var settings = new SettingModel(form);
    return Json.object()
        .put("name", text("name").orElse(form.fileName()))
        .put("url", url())
        .put("docs", text("docs").orElse(""))
        .put("tags", Json.texts(texts(form.own(Pointer.of("tags")))))
        .put("tables", tables())
        .put("auth", new AuthModel(form).value())
        .put("proxy", new ProxyModel(form).value())
        .put("resolve", new PairModel(form).joined(PairModel.RESOLVE))
        .put("parameters", Value.of(new PairModel(form).own(PairModel.PARAMETERS)))
        .put("certificates", new CertificateModel(form).value())
        .put("subprotocols", subprotocols())
        .put("settings", settings.places(), settings::of)
        .put("messages", Value.of(MessageModel.all(form)))
        .put("steps", Value.of(new StepModel(document).all()))
        .put("connections", Json.texts(connections()))
        .value();
  }

  private Optional<String> text(String key) {
    return form.own(Pointer.of(key)).flatMap(Form::text).filter(text -> !text.isBlank());
  }

  private Json.Fields url() {
    var at = Pointer.of("url");
    var held = form.effective(at);
    return Json.object()
        .putText("own", text("url"))
        .put("value", held.flatMap(Form::text).orElse(""))
        .put("from", held.map(form::from).orElse(Form.UNSAID));
  }

  private static List<String> texts(Optional<Node> list) {
    return list.orElse(null) instanceof Node.Sequence all
        ? all.items().stream().flatMap(item -> Form.text(item).stream()).toList()
        : List.of();
  }

  private Json.Fields subprotocols() {
    var at = Pointer.of("subprotocols");
    var own = form.own(at).filter(Form::isSomething);
    var held = form.effective(at);
    var json = Json.object();
    own.ifPresent(_ -> json.put("own", Json.texts(texts(own))));
    return json.put("value", Json.texts(texts(held)))
        .put("from", held.map(form::from).orElse(Form.UNSAID));
  }

  private List<String> connections() {
    var names = new ArrayList<String>();
    for (var node : List.of(form.own(), form.inherited())) {
      if (node.find("connections").orElse(null) instanceof Node.Mapping map) {
        map.entries().stream()
            .map(Node.Entry::name)
            .filter(name -> !names.contains(name))
            .forEach(names::add);
      }
    }
    return names;
  }

  private Json.Fields tables() {
    var tables = Json.object();
    for (var table : Table.values()) {
      tables.put(table.key(), Value.of(rows(table)));
    }
    return tables;
  }

  /** Inherited rows first, as they are joined. */
  private List<Value> rows(Table table) {
    var own = form.own(table.at()).map(node -> Row.in(table, node)).orElse(List.of());
    var names = own.stream().map(one -> compared(table, one.row())).toList();
    var all = new ArrayList<Value>();
    form.inherited(table.at())
        .map(node -> Row.in(table, node))
        .orElse(List.of())
        .forEach(one -> {
          var json = row(table, one.row()).put("from", form.from(one.node()));
          var hidden = names.contains(compared(table, one.row()));
          all.add((hidden ? json.put("hidden", true) : json).value());
        });
    own.forEach(
        one -> all.add(row(table, one.row()).put("at", PageValues.pointer(one.at())).value()));
    return all;
  }

  private static String compared(Table table, Row row) {
    return table.hasFields() ? row.name().toLowerCase(Locale.ROOT) : row.name();
  }

  private static Json.Fields row(Table table, Row row) {
    var json =
        Json.object()
            .put("name", row.name())
            .put("value", row.value())
            .put("enabled", row.enabled());
    var secret =
        (table == Table.COOKIES || SecretValues.isTelling(row.name()))
            && !row.value().isEmpty()
            && !row.value().contains("{{");
    return secret ? json.put("secret", true) : json;
  }
}
