package parley.workbench.form;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import parley.files.format.FileKind;
import parley.files.format.Format;
import parley.files.format.KeyOrder;
import parley.files.problem.Problems;
import parley.files.shape.Beside;
import parley.files.shape.Key;
import parley.files.shape.Reading;
import parley.files.yaml.Edit;
import parley.files.yaml.Editor;
import parley.files.yaml.Node;
import parley.files.yaml.Value;
import parley.files.yaml.YamlDocument;

/** Says which way through a proxy is taken. */
public final class ProxyEdits {

  /** What stands in fields; TLS to the proxy is among the settings. */
  static final List<String> FIELDS = List.of("url", "username", "password", "except");

  private ProxyEdits() {}

  /** Stops saying it; what is inherited holds then. */
  public static Changed remove(YamlDocument document) {
    return ProxyModel.AT.in(document.root()).isEmpty()
        ? new Changed.Done(document)
        : new Changed.Done(Editor.apply(document, new Edit.Prune(ProxyModel.AT)));
  }

  /**
   * Says it: in a word or a URL where that is all, else as a map.
   *
   * @param values {@code url}, which may be {@code none} or {@code environment}, {@code username},
   *     {@code password} and {@code except}
   */
  public static Changed put(FileKind kind, YamlDocument document, Map<String, String> values) {
    var before = ProxyModel.AT.in(document.root());
    var url = values.getOrDefault("url", "");
    var isWord = url.equals("none") || url.equals("environment");
    var isMap = before.filter(Node.Mapping.class::isInstance).isPresent();
    var others = FIELDS.stream().skip(1).anyMatch(one -> !values.getOrDefault(one, "").isEmpty());
    if (isWord || (!isMap && !others)) {
      var value = before.isPresent() ? Value.text(url, before.get()) : Value.text(url);
      return checked(kind, document, put(kind, document, value));
    }
    return checked(
        kind,
        document,
        isMap
            ? Fields.change(kind, document, ProxyModel.AT, keys().toList(), values)
            : put(kind, document, Fields.whole(keys().toList(), values)));
  }

  private static Stream<Key<?>> keys() {
    return Format.CONVERSATION
        .key("proxy")
        .orElseThrow()
        .shape()
        .keys(new Beside(Reading.Scope.CONVERSATION, Set.of()))
        .filter(one -> FIELDS.contains(one.name()));
  }

  private static YamlDocument put(FileKind kind, YamlDocument document, Value value) {
    return Editor.apply(document, KeyOrder.put(kind, document, ProxyModel.AT, value));
  }

  /** Refuses what the reader of the file would not take. */
  private static Changed checked(FileKind kind, YamlDocument before, YamlDocument changed) {
    var problems = new Problems();
    var node = ProxyModel.AT.in(changed.root()).orElseThrow();
    var reading = Reading.of(changed.source(), kind.scope(), problems);
    Format.CONVERSATION.key("proxy").orElseThrow().shape().read(node, reading);
    return problems.sorted().stream()
        .findFirst()
        .<Changed>map(first ->
            new Changed.Refused(
                first.found() + " is not " + first.expected() + ".", first.hint().orElse("")))
        .orElseGet(() -> new Changed.Done(changed.text().equals(before.text()) ? before : changed));
  }
}
