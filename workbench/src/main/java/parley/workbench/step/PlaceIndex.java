package parley.workbench.step;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.files.problem.Problems;
import parley.files.yaml.Node;
import parley.files.yaml.Pointer;
import parley.files.yaml.YamlReader;
import parley.files.yaml.YamlText;
import parley.model.collection.Position;

/** Finds the way to a part of a file by the place where it begins. */
final class PlaceIndex {

  private final Map<Position, Pointer> ways = new HashMap<>();

  /** Of a file's lines; of a file that cannot be read nothing is found. */
  PlaceIndex(Path file, List<String> lines) {
    var text = new YamlText(file, String.join("\n", lines), false);
    YamlReader.read(text, new Problems()).ifPresent(document -> add(document.root(), Pointer.ROOT));
  }

  /** The outermost part that begins somewhere is meant. */
  private void add(Node node, Pointer way) {
    ways.putIfAbsent(node.at(), way);
    switch (node) {
      case Node.Scalar _ -> {}
      case Node.Sequence list -> {
        for (var i = 0; i < list.items().size(); i++) {
          add(list.items().get(i), way.at(i));
        }
      }
      case Node.Mapping map ->
          map.entries().forEach(entry -> add(entry.value(), way.key(entry.name())));
    }
  }

  Optional<Pointer> find(Position at) {
    return Optional.ofNullable(ways.get(at));
  }
}
