package parley.workbench.form;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import parley.files.format.FileKind;
import parley.files.format.KeyOrder;
import parley.files.problem.Problems;
import parley.files.shape.Reading;
import parley.files.yaml.Edit;
import parley.files.yaml.Editor;
import parley.files.yaml.Node;
import parley.files.yaml.Pointer;
import parley.files.yaml.Value;
import parley.files.yaml.YamlDocument;
import parley.workbench.call.BadCall;

/** Says a setting, or stops saying it. */
public final class SettingEdits {

  /** What is said about the file itself and may be changed in fields. */
  private static final List<String> WORDS = List.of("name", "url", "docs");

  private static final List<String> LISTS = List.of("tags", "subprotocols");

  private SettingEdits() {}

  /**
   * Says it.
   *
   * @param name as the page calls it; {@code url}, {@code name}, {@code docs}, {@code tags} and
   *     {@code subprotocols}, too
   */
  public static Changed put(FileKind kind, YamlDocument document, String name, String value) {
    if (WORDS.contains(name)) {
      return done(document, put(kind, document, Pointer.of(name), text(document, name, value)));
    }
    if (LISTS.contains(name)) {
      return done(document, list(kind, document, Pointer.of(name), value));
    }
    var place = find(name);
    if (place.isList() && value.contains(",")) {
      return done(document, list(kind, document, place.at(), value));
    }
    var isMap = place.at().in(document.root()).filter(Node.Mapping.class::isInstance).isPresent();
    if (isMap && value.equals("true")) {
      return new Changed.Done(document); // a map says so already
    }
    var changed =
        put(kind, withRoom(kind, document, place), place.at(), text(document, place.at(), value));
    return wrong(kind, changed, place).orElseGet(() -> done(document, changed));
  }

  /** What the reader of the file would say of it. */
  private static Optional<Changed> wrong(FileKind kind, YamlDocument changed, SettingPlace place) {
    var problems = new Problems();
    var node = place.at().in(changed.root()).orElseThrow();
    place.key().shape().read(node, Reading.of(changed.source(), kind.scope(), problems));
    return problems.sorted().stream()
        .findFirst()
        .map(first ->
            new Changed.Refused(
                first.found() + " is not " + first.expected() + ".", first.hint().orElse("")));
  }

  /** Stops saying it; what is inherited holds then. */
  public static Changed remove(FileKind kind, YamlDocument document, String name) {
    var plain = WORDS.contains(name) || LISTS.contains(name);
    var place = plain ? Optional.<SettingPlace>empty() : Optional.of(find(name));
    var at = place.map(SettingPlace::at).orElseGet(() -> Pointer.of(name));
    if (at.in(document.root()).isEmpty()) {
      return new Changed.Done(document);
    }
    var around = place.flatMap(SettingPlace::around);
    var last =
        around
            .flatMap(map -> map.in(document.root()))
            .filter(node -> node instanceof Node.Mapping map && map.entries().size() == 1);
    return last.isPresent()
        ? done(document, put(kind, document, around.orElseThrow(), Value.plain("true")))
        : done(document, Editor.apply(document, new Edit.Prune(at)));
  }

  private static SettingPlace find(String name) {
    return SettingPlace.find(name).orElseThrow(() -> new BadCall("no setting: " + name));
  }

  private static Changed done(YamlDocument before, YamlDocument after) {
    return new Changed.Done(after.text().equals(before.text()) ? before : after);
  }

  private static YamlDocument put(FileKind kind, YamlDocument document, Pointer at, Value value) {
    return Editor.apply(document, KeyOrder.put(kind, document, at, value));
  }

  /** {@code reconnect: true} gives way to a map, and a proxy's URL is a key of one. */
  private static YamlDocument withRoom(FileKind kind, YamlDocument document, SettingPlace place) {
    var word =
        place
            .around()
            .filter(
                map -> map.in(document.root()).filter(Node.Scalar.class::isInstance).isPresent());
    if (word.isEmpty()) {
      return document;
    }
    var at = word.get();
    var said =
        at.equals(ProxyModel.AT)
            ? List.of(new Value.Member("url", at.in(document.root()).orElseThrow().toValue()))
            : List.<Value.Member>of();
    return put(kind, document, at, new Value.Members(said));
  }

  private static Value text(YamlDocument document, String name, String value) {
    return text(document, Pointer.of(name), value);
  }

  private static Value text(YamlDocument document, Pointer at, String value) {
    return at.in(document.root())
        .map(before -> Value.text(value, before))
        .orElseGet(() -> Value.text(value));
  }

  /** Items that stay keep how they are written. */
  private static YamlDocument list(FileKind kind, YamlDocument document, Pointer at, String value) {
    var wanted =
        Arrays.stream(value.split("[,\n]"))
            .map(String::strip)
            .filter(one -> !one.isEmpty())
            .toList();
    var node = at.in(document.root());
    if (wanted.isEmpty()) {
      return put(kind, document, at, new Value.Items(List.of()));
    }
    if (!(node.orElse(null) instanceof Node.Sequence list)) {
      return put(kind, document, at, new Value.Items(wanted.stream().map(Value::text).toList()));
    }
    var changed = document;
    for (var index = list.items().size() - 1; index >= wanted.size(); index--) {
      changed = Editor.apply(changed, new Edit.Remove(at.at(index)));
    }
    for (var index = 0; index < wanted.size(); index++) {
      changed = item(changed, at.at(index), wanted.get(index));
    }
    return changed;
  }

  private static YamlDocument item(YamlDocument document, Pointer at, String text) {
    var before = at.in(document.root());
    if (before.flatMap(Form::text).filter(text::equals).isPresent()) {
      return document;
    }
    return Editor.apply(
        document,
        before.isPresent()
            ? new Edit.Put(at, Value.text(text, before.get()))
            : new Edit.Insert(at, Value.text(text)));
  }
}
