package parley.workbench.form;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import parley.files.yaml.Node;
import parley.files.yaml.Pointer;
import parley.model.value.Value;
import parley.workbench.call.Json;

/** Settings with what a file says itself, what holds, and why. */
record SettingModel(Form form) {

  List<SettingPlace> places() {
    var keys = form.kind().shape();
    return SettingPlace.all().stream()
        .filter(one -> !one.at().equals(CertificateModel.AT)) // a table of its own
        .filter(one ->
            one.at().parts().getFirst() instanceof Pointer.Part.Key(var root)
                && keys.key(root).isPresent())
        .toList();
  }

  Value of(SettingPlace place) {
    var own = form.own(place.at()).filter(Form::isSomething);
    var held = effective(place);
    var unsaid = place.key().byDefault().filter(text -> !text.equals("{}")).orElse("");
    var json = Json.object().put("name", place.name());
    own.flatMap(SettingModel::shown).ifPresent(text -> json.put("own", text));
    json.put("value", held.flatMap(SettingModel::shown).orElse(unsaid))
        .put("from", held.map(form::from).orElse(Form.UNSAID))
        .put("docs", place.key().docs());
    var type = place.type();
    return (type.size() == 1
            ? json.put("type", type.getFirst())
            : json.put("type", Json.texts(type)))
        .value();
  }

  /** Settings are joined key by key, but where a word stands in the way. */
  private Optional<Node> effective(SettingPlace place) {
    var own = form.own(place.at()).filter(Form::isSomething);
    var word =
        place.around().flatMap(form::own).filter(node -> node instanceof Node.Scalar).isPresent();
    var compression =
        place.name().startsWith("compression.") && form.own(Pointer.of("compression")).isPresent();
    return own.isPresent() || word || compression ? own : form.inherited(place.at());
  }

  /** A map says more than the word {@code true}. */
  private static Optional<String> shown(Node node) {
    return switch (node) {
      case Node.Scalar scalar -> Optional.of(scalar.text());
      case Node.Mapping _ -> Optional.of("true");
      case Node.Sequence list ->
          Optional.of(
              list.items().stream()
                  .flatMap(item -> Form.text(item).stream())
                  .collect(Collectors.joining(", ")));
    };
  }
}
