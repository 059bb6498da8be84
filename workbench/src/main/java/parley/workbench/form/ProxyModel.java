package parley.workbench.form;

import java.util.List;
import java.util.stream.Stream;
import parley.files.yaml.Node;
import parley.files.yaml.Pointer;
import parley.model.collection.Position;
import parley.model.value.Value;
import parley.workbench.call.Json;

/** The way through a proxy: what the file says, and what holds. */
record ProxyModel(Form form) {

  static final Pointer AT = Pointer.of("proxy");

  /** What holds where nobody says anything. */
  private static final String UNSAID = "environment";

  Value value() {
    var own = form.own(AT).filter(Form::isSomething);
    var held = form.effective(AT);
    var value = Json.object();
    held.ifPresentOrElse(node -> fill(value, node), () -> value.put("url", UNSAID));
    return Json.object()
        .put("own", own.isPresent())
        .put("value", value)
        .put("places", own.map(ProxyModel::places).orElse(List.of()), SettingModel::place)
        .put("from", held.map(form::from).orElse(Form.UNSAID))
        .value();
  }

  /** Where problems with it would be told. */
  private static List<Position> places(Node node) {
    return node instanceof Node.Mapping map
        ? Stream.concat(
                Stream.of(map.at()),
                map.entries().stream()
                    .filter(one -> ProxyEdits.FIELDS.contains(one.name()))
                    .flatMap(one -> SettingModel.places(one.value())))
            .toList()
        : List.of(node.at());
  }

  private static void fill(Json.Fields value, Node node) {
    switch (node) {
      case Node.Scalar scalar -> value.put("url", scalar.text());
      case Node.Mapping map ->
          map.entries().stream()
              .filter(one -> ProxyEdits.FIELDS.contains(one.name()))
              .forEach(one -> value.put(one.name(), Fields.shown(one.value())));
      case Node.Sequence _ -> {}
    }
  }
}
