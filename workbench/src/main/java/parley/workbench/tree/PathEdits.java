package parley.workbench.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.files.collection.Confinement;
import parley.files.collection.FileSnapshot;
import parley.files.problem.Problems;
import parley.files.yaml.Edit;
import parley.files.yaml.Editor;
import parley.files.yaml.Node;
import parley.files.yaml.Pointer;
import parley.files.yaml.Value;
import parley.files.yaml.YamlReader;
import parley.model.collection.Source;
import parley.protocol.frame.Bytes;
import parley.workspace.Workspace;

/**
 * What must change in files when one of them, or a folder, gets another place: the paths that lead
 * to it, and those in it that lead elsewhere.
 */
final class PathEdits {

  /** A path as it stands in a file, and as it is to stand there. */
  private record Change(Source path, String text) {}

  private final Path from;
  private final Path to;
  private final Map<Path, List<Change>> changes = new LinkedHashMap<>();

  private PathEdits(Path from, Path to) {
    this.from = from;
    this.to = to;
  }

  /** Found before the move, in all collections. */
  static PathEdits of(Collection<Workspace> collections, Path from, Path to) {
    var edits = new PathEdits(from, to);
    collections.forEach(edits::look);
    return edits;
  }

  private void look(Workspace workspace) {
    var confinement = workspace.files().confinement();
    for (var path : workspace.files().paths()) {
      if (!path.hasTemplate()
          && confinement.resolve(path) instanceof Confinement.Resolution.Inside(var target)) {
        look(path, target);
      }
    }
  }

  private void look(Source path, Path target) {
    var file = path.at().file().toAbsolutePath().normalize();
    if (moved(file).equals(file) && moved(target).equals(target)) {
      return;
    }
    var text = between(moved(file).resolveSibling(""), moved(target));
    if (!text.equals(between(file.resolveSibling(""), target))) {
      changes.computeIfAbsent(file, _ -> new ArrayList<>()).add(new Change(path, text));
    }
  }

  private Path moved(Path path) {
    return path.startsWith(from) ? to.resolve(from.relativize(path)).normalize() : path;
  }

  private static String between(Path folder, Path target) {
    var path = folder.relativize(target);
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  /**
   * Writes them, after the move.
   *
   * @return files that still have old paths
   */
  List<Path> apply() {
    var left = new ArrayList<Path>();
    changes.forEach((file, all) -> {
      try {
        if (!apply(moved(file), all)) {
          left.add(moved(file));
        }
      } catch (IOException trouble) {
        left.add(moved(file));
      }
    });
    return left;
  }

  private static boolean apply(Path file, List<Change> all) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    var snapshot = FileSnapshot.read(file);
    var document = YamlReader.read(file, snapshot.content().toArray(), new Problems());
    if (document.isEmpty()) {
      return false;
    }
    var edits = new ArrayList<Edit>();
    for (var change : all) {
      find(document.get().root(), Pointer.ROOT, change.path())
          .ifPresent(at -> edits.add(put(at, document.get().root(), change.text())));
    }
    var changed = Editor.apply(document.get(), edits);
    return edits.size() == all.size()
        && switch (snapshot.save(Bytes.of(changed.source().encode()))) {
          case FileSnapshot.Outcome.Saved _, FileSnapshot.Outcome.Unchanged _ -> true;
          case FileSnapshot.Outcome.ChangedMeanwhile _, FileSnapshot.Outcome.RemovedMeanwhile _ ->
              false;
        };
  }

  private static Edit put(Pointer at, Node root, String text) {
    return new Edit.Put(at, Value.text(text, at.in(root).orElseThrow()));
  }

  /** The way to the scalar that stands where a path stands. */
  private static Optional<Pointer> find(Node node, Pointer way, Source path) {
    return switch (node) {
      case Node.Scalar one ->
          one.text().equals(path.text())
                  && one.textAt().line() == path.at().line()
                  && one.textAt().column() == path.at().column()
              ? Optional.of(way)
              : Optional.empty();
      case Node.Sequence list -> {
        for (var index = 0; index < list.items().size(); index++) {
          var found = find(list.items().get(index), way.at(index), path);
          if (found.isPresent()) {
            yield found;
          }
        }
        yield Optional.empty();
      }
      case Node.Mapping map ->
          map.entries().stream()
              .flatMap(one -> find(one.value(), way.key(one.name()), path).stream())
              .findFirst();
    };
  }
}
