package parley.workbench.collection;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import parley.files.problem.Problems;
import parley.files.yaml.Layout;
import parley.files.yaml.Node;
import parley.files.yaml.YamlReader;
import parley.files.yaml.YamlText;
import parley.model.collection.Position;
import parley.workspace.Workspace;

/**
 * A variable as a file says it.
 *
 * @param value as written; a list or a map on one line
 */
record WrittenVariable(String name, String value, Position at) {

  /** Those in {@code variables:} of a file; none when its syntax is wrong or it is not there. */
  static List<WrittenVariable> of(Path file, Workspace workspace) {
    var text = String.join("\n", workspace.files().lines(file));
    return YamlReader.read(new YamlText(file, text, false), new Problems())
        .flatMap(document -> map(document.root()))
        .flatMap(top -> top.find("variables"))
        .flatMap(WrittenVariable::map)
        .map(all -> all.entries().stream().map(WrittenVariable::of).toList())
        .orElse(List.of());
  }

  private static Optional<Node.Mapping> map(Node node) {
    return node instanceof Node.Mapping map ? Optional.of(map) : Optional.empty();
  }

  private static WrittenVariable of(Node.Entry entry) {
    var value = entry.value();
    var text = value instanceof Node.Scalar one ? one.text() : Layout.inline(value.toValue());
    return new WrittenVariable(entry.name(), text, entry.key().at());
  }
}
