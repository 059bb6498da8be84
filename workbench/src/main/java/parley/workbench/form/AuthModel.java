package parley.workbench.form;

import java.util.List;
import java.util.Optional;
import parley.files.yaml.Node;
import parley.files.yaml.Pointer;
import parley.model.value.Value;
import parley.workbench.call.Json;

/** How a client says who it is: what the file says, and what holds. */
record AuthModel(Form form) {

  static final Pointer AT = Pointer.of("auth");

  /** The name of the one field of a kind that is a text. */
  static final String ONLY = "token";

  Value value() {
    var own = form.own(AT).filter(Form::isSomething);
    var held = own.filter(node -> !kind(node).equals("inherit")).or(() -> form.inherited(AT));
    var fields = Json.object();
    held.ifPresent(node -> fill(fields, node));
    var json = Json.object();
    own.ifPresent(node -> json.put("own", PageValues.json(node)));
    return json.put("kind", held.map(AuthModel::kind).orElse("none"))
        .put("value", fields)
        .put("places", places(own))
        .put("from", held.map(form::from).orElse(Form.UNSAID))
        .value();
  }

  /** What a node is: a word, or the key that tells. */
  static String kind(Node node) {
    return switch (node) {
      case Node.Scalar scalar -> scalar.text();
      case Node.Mapping map when !map.entries().isEmpty() -> map.entries().getFirst().name();
      case Node.Mapping _, Node.Sequence _ -> "none";
    };
  }

  private static void fill(Json.Fields fields, Node node) {
    inside(node)
        .ifPresent(value -> {
          switch (value) {
            case Node.Mapping map ->
                map.entries().forEach(one -> fields.put(one.name(), Fields.shown(one.value())));
            case Node.Scalar scalar -> fields.put(ONLY, scalar.text());
            case Node.Sequence _ -> {}
          }
        });
  }

  /** Where problems with each field would be told. */
  private static Value places(Optional<Node> own) {
    var places = Json.object();
    switch (own.flatMap(AuthModel::inside).orElse(null)) {
      case Node.Mapping map ->
          map.entries()
              .forEach(one ->
                  places.put(
                      one.name(), SettingModel.places(one.value()).toList(), SettingModel::place));
      case Node.Scalar scalar -> places.put(ONLY, List.of(scalar.at()), SettingModel::place);
      case Node.Sequence _ -> {}
      case null -> {}
    }
    return places.value();
  }

  private static Optional<Node> inside(Node node) {
    return node instanceof Node.Mapping map && !map.entries().isEmpty()
        ? Optional.of(map.entries().getFirst().value())
        : Optional.empty();
  }
}
