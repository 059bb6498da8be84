package parley.files.yaml;

import java.util.Optional;
import java.util.stream.Collectors;
import parley.files.problem.Problems;

/** Puts parts into a document as somebody wrote them, with their comments and their layout. */
public final class Splice {

  /** Stands where the part will: an edit that is to be spliced says it. */
  public static final Value HERE = new Value.Block("here\nhere");

  private Splice() {}

  /**
   * The document after an edit that puts an item, or makes one, with a text for what it says.
   *
   * @param edit that says {@link #HERE}
   * @param at where the item stands then
   * @param text of YAML; when it is none there is nothing, and a problem with a place in this text
   */
  public static Optional<YamlDocument> item(
      YamlDocument document, Edit edit, Pointer at, String text, Problems problems) {
    var part = new YamlText(document.source().file(), text.stripTrailing() + "\n", false);
    var wanted = YamlReader.read(part, problems);
    if (wanted.isEmpty() || problems.count() > 0) {
      return Optional.empty();
    }
    var value = wanted.get().root().toValue();
    var edited = Editor.apply(document, edit);
    return written(edited, at, text.stripTrailing())
        .filter(
            spliced -> at.in(spliced.root()).map(Node::toValue).filter(value::equals).isPresent())
        .or(() -> Optional.of(Editor.apply(edited, new Edit.Put(at, value))));
  }

  private static Optional<YamlDocument> written(YamlDocument edited, Pointer at, String text) {
    var places = new Places(edited);
    var node = places.node(at);
    if (places.inFlow(at)) {
      return Optional.empty();
    }
    var pad = " ".repeat(places.indent(at) + 2);
    var lines = text.lines().map(line -> line.isEmpty() ? "" : pad + line);
    var body = lines.collect(Collectors.joining("\n")).stripLeading();
    var changed = places.replace(node.span().start(), places.end(node), body);
    var problems = new Problems();
    return YamlReader.read(edited.source().withText(changed), problems)
        .filter(read -> problems.count() == 0);
  }
}
