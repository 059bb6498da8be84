package parley.workbench.form;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.files.yaml.Node;
import parley.files.yaml.Pointer;
import parley.model.collection.Position;
import parley.model.value.Value;
import parley.workbench.call.Json;

/** Settings with what a file says itself, what holds, and why. */
record SettingModel(Form form) {

  /** What the page shows as tables of their own. */
  private static final Set<Pointer> TABLES = Set.of(CertificateModel.AT, PairModel.RESOLVE);

  List<SettingPlace> places() {
    var keys = form.kind().shape();
    return SettingPlace.all().stream()
        .filter(one -> !TABLES.contains(one.at()))
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
    own.ifPresent(node -> json.put("places", places(node).toList(), SettingModel::place));
    json.put("value", held.flatMap(SettingModel::shown).orElse(unsaid))
        .put("from", held.map(form::from).orElse(Form.UNSAID))
        .put("docs", place.key().docs());
    var type = place.type();
    return (type.size() == 1
            ? json.put("type", type.getFirst())
            : json.put("type", Json.texts(type)))
        .value();
  }

  /** Where a problem with it would be told. */
  static Stream<Position> places(Node node) {
    return node instanceof Node.Sequence list
        ? Stream.concat(Stream.of(list.at()), list.items().stream().map(Node::at))
        : Stream.of(node.at());
  }

  static Value place(Position at) {
    return Value.of(List.of(Value.of(at.line()), Value.of(at.column())));
  }

  /** Settings are joined key by key, but where a word stands in the way. */
  private Optional<Node> effective(SettingPlace place) {
    var own = form.own(place.at()).filter(Form::isSomething);
    var word =
        place.around().flatMap(form::own).filter(node -> node instanceof Node.Scalar).isPresent();
    var whole =
        Stream.of("compression", "proxy")
            .anyMatch(root ->
                place.name().startsWith(root + ".") && form.own(Pointer.of(root)).isPresent());
    return own.isPresent() || word || whole ? own : form.inherited(place.at());
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
