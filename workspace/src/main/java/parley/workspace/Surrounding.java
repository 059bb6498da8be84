package parley.workspace;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import parley.engine.plan.Planner;
import parley.files.collection.FolderHook;
import parley.model.collection.Conversation;

/**
 * What stands around the conversations of a collection: what folders want done once around their
 * tests, files that go on from each other, and the variables that both bring. Any thread.
 */
public final class Surrounding {

  private final Workspace workspace;
  private final Planner planner;
  private final Map<Path, Set<String>> brought = new ConcurrentHashMap<>();

  Surrounding(Workspace workspace) {
    this.workspace = workspace;
    planner = new Planner(workspace.access());
  }

  /** The files of folders that want something done around their tests, the outermost first. */
  public List<Path> layers() {
    return workspace.files().layerFiles().stream()
        .filter(layer ->
            hook(layer, FolderHook.BEFORE_ALL).isPresent()
                || hook(layer, FolderHook.AFTER_ALL).isPresent())
        .sorted(Comparator.comparingInt(Path::getNameCount))
        .toList();
  }

  /** What is done, as a conversation. */
  public Optional<Conversation> hook(Path layer, FolderHook hook) {
    var files = workspace.files();
    return workspace
        .environment()
        .map(environment -> files.hook(layer, hook, environment))
        .orElseGet(() -> files.hook(layer, hook));
  }

  /** The files that go on from each other, each list in its order. */
  public List<List<Path>> chains() {
    return workspace.files().chains();
  }

  /** The files that a conversation goes on from, the first of them first. */
  public List<Path> before(Path file) {
    return chains().stream()
        .filter(chain -> chain.contains(file))
        .findFirst()
        .map(chain -> chain.subList(0, chain.indexOf(file)))
        .orElse(List.of());
  }

  /** The conversations that files concern which came, went, or hold something else. */
  public Set<Path> affected(Set<Path> changed) {
    return Effects.of(changed, workspace);
  }

  /**
   * Tells the files below that a conversation may depend on, as the collection stands, from others.
   */
  public Predicate<Path> dependencies() {
    return Effects.dependencies(workspace);
  }

  /** The variables that a conversation's steps bring. */
  public Set<String> brings(Path file) {
    return brought.computeIfAbsent(
        file, one -> workspace.conversation(one).map(planner::brings).orElse(Set.of()));
  }

  /** Those that a folder brings before its tests. */
  public Set<String> bringsBefore(Path layer) {
    return brought.computeIfAbsent(
        layer, one -> hook(one, FolderHook.BEFORE_ALL).map(planner::brings).orElse(Set.of()));
  }

  /** Those that all folders around a file bring. */
  Set<String> prepared(Path file) {
    var all = new HashSet<String>();
    workspace.files().layerFiles().stream()
        .filter(layer -> file.startsWith(layer.resolveSibling("")))
        .forEach(layer -> all.addAll(bringsBefore(layer)));
    return all;
  }

  /** Those that the files bring that a conversation goes on from. */
  Set<String> handed(Path file) {
    var all = new HashSet<String>();
    before(file).forEach(one -> all.addAll(brings(one)));
    return all;
  }

  /** Those that a folder's own hook finds. */
  Set<String> preparedFor(Path layer, FolderHook hook) {
    var all = new HashSet<String>();
    var folder = layer.resolveSibling("");
    workspace.files().layerFiles().stream()
        .filter(one -> folder.startsWith(one.resolveSibling("")))
        .filter(one -> hook == FolderHook.AFTER_ALL || !one.equals(layer))
        .forEach(one -> all.addAll(bringsBefore(one)));
    return all;
  }
}
