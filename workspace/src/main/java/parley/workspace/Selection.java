package parley.workspace;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import parley.model.value.Value;

/**
 * Files of one collection that a person names.
 *
 * @param paths files and folders, absolute
 */
public record Selection(Workspace workspace, List<Path> paths) {

  public Selection {
    paths = List.copyOf(paths);
  }

  /**
   * What the arguments name, by collection; the current folder when there are none. Collections
   * that stand in a named folder count, too. Blocks.
   *
   * @param process as in {@link Workspace#open}
   */
  public static Lookup<List<Selection>> of(List<String> arguments, Map<String, String> process) {
    var all = new LinkedHashMap<Path, Selection>();
    for (var argument : arguments.isEmpty() ? List.of(".") : arguments) {
      Path path;
      try {
        path = Path.of(argument);
      } catch (InvalidPathException e) {
        return Lookup.failed("'" + argument + "' is no path", "a file or a folder");
      }
      if (add(path, all, process) instanceof Lookup.Failed<Path>(var refusal)) {
        return new Lookup.Failed<>(refusal);
      }
    }
    for (var one : all.values()) {
      for (var stranger : one.strangers()) {
        return Lookup.failed(
            "'" + Places.shown(stranger) + "' is no file of a collection",
            "NAME.ws.yaml, NAME.mock.yaml, parley.yaml, folder.yaml or environments/NAME.yaml");
      }
    }
    return Lookup.found(List.copyOf(all.values()));
  }

  private static Lookup<Path> add(
      Path path, Map<Path, Selection> all, Map<String, String> process) {
    return switch (Workspace.open(path, process)) {
      case Lookup.Failed<Workspace>(var refusal) -> new Lookup.Failed<>(refusal);
      case Lookup.Found<Workspace>(var workspace) -> {
        var whole = path.toAbsolutePath().normalize();
        all.merge(workspace.root(), new Selection(workspace, List.of(whole)), Selection::join);
        for (var other : workspace.files().otherCollections()) {
          if (other.startsWith(whole)
              && add(other, all, process) instanceof Lookup.Failed<Path> failed) {
            yield failed;
          }
        }
        yield Lookup.found(whole);
      }
    };
  }

  private static Selection join(Selection one, Selection other) {
    var paths = new ArrayList<>(one.paths);
    paths.addAll(other.paths);
    return new Selection(wider(one.workspace, other.workspace), paths);
  }

  /** Of a file without a collection fewer files were read than of its folder. */
  private static Workspace wider(Workspace one, Workspace other) {
    return other.files().allFiles().size() > one.files().allFiles().size() ? other : one;
  }

  /** The same files, the workspace in an environment. */
  public Selection in(UnaryOperator<Workspace> environment) {
    return new Selection(environment.apply(workspace), paths);
  }

  /** Whether a file is named, or stands in a folder that is. */
  public boolean covers(Path file) {
    return paths.stream().anyMatch(file::startsWith);
  }

  /** The conversations among the files, in the order of their names. */
  public List<Path> conversations() {
    return workspace.files().conversationFiles().stream().filter(this::covers).toList();
  }

  /**
   * What is secret in the collection, and in the tests that are meant.
   *
   * @param variables over those of the files
   */
  public Set<String> secretValues(Map<String, Value> variables) {
    var all = new HashSet<>(workspace.secretValues());
    conversations().stream()
        .flatMap(file -> workspace.conversation(file).stream())
        .map(test -> workspace.secretValues(test, variables))
        .forEach(all::addAll);
    return all;
  }

  /** The mocks among the files, in the order of their names. */
  public List<Path> mocks() {
    return workspace.files().mockFiles().stream().filter(this::covers).toList();
  }

  /** All files of YAML that are meant. */
  public List<Path> files() {
    return workspace.files().allFiles().stream().filter(this::covers).toList();
  }

  /** Files that were named and are none of a collection. */
  public List<Path> strangers() {
    return paths.stream()
        .filter(one -> !Files.isDirectory(one))
        .filter(one -> !workspace.files().allFiles().contains(one))
        .toList();
  }
}
