package parley.files.collection;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.files.problem.Problems;
import parley.model.collection.Position;
import parley.model.snapshot.Snapshot;

/** Which files of a folder belong to the collection, in the order of their names. */
final class CollectionWalk {

  private static final Pattern MISNAMED =
      Pattern.compile("(.+\\.ws|.+\\.mock|.+\\.snapshot|parley|folder)\\.yml");

  /** Folders below folders, at most. */
  static final int MAX_DEPTH = 32;

  private final Path root;
  private final Confinement confinement;
  private final boolean deep;
  private final Collection<Path> layers = new LinkedHashSet<>();
  private final List<Path> environments = new ArrayList<>();
  private final List<Path> mocks = new ArrayList<>();
  private final List<Path> conversations = new ArrayList<>();
  private final List<Path> snapshots = new ArrayList<>();
  private final List<Position> strays = new ArrayList<>();
  private final List<Position> misnamed = new ArrayList<>();
  private final List<Position> closed = new ArrayList<>();
  private final List<Path> others = new ArrayList<>();

  private CollectionWalk(Path root, Confinement confinement, boolean deep) {
    this.root = root;
    this.confinement = confinement;
    this.deep = deep;
  }

  /** The whole folder, but for collections in it that have a {@code parley.yaml} of their own. */
  static CollectionWalk of(Path root, Confinement confinement) throws IOException {
    return of(root, confinement, true);
  }

  /** Only what stands right in the folder, and its environments. */
  static CollectionWalk near(Path root, Confinement confinement) throws IOException {
    return of(root, confinement, false);
  }

  /** That one file, and nothing beside it. */
  static CollectionWalk only(Path file, Path root, Confinement confinement) throws IOException {
    var walk = new CollectionWalk(root, confinement, false);
    walk.file(file);
    return walk;
  }

  private static CollectionWalk of(Path root, Confinement confinement, boolean deep)
      throws IOException {
    var walk = new CollectionWalk(root, confinement, deep);
    walk.each(listed(root), 0);
    return walk;
  }

  /** The same with a file that is not there yet. */
  CollectionWalk with(Path file) throws IOException {
    var walk = new CollectionWalk(root, confinement, deep);
    walk.layers.addAll(layers);
    walk.environments.addAll(environments);
    walk.mocks.addAll(mocks);
    walk.conversations.addAll(conversations);
    walk.snapshots.addAll(snapshots);
    walk.strays.addAll(strays);
    walk.misnamed.addAll(misnamed);
    walk.closed.addAll(closed);
    walk.others.addAll(others);
    walk.file(file);
    return walk;
  }

  private void each(List<Path> paths, int depth) throws IOException {
    for (var path : paths) {
      if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) && depth < MAX_DEPTH) {
        below(path, depth + 1);
      } else if (Files.isRegularFile(path) || Files.isSymbolicLink(path)) {
        file(path);
      }
    }
  }

  private void below(Path folder, int depth) throws IOException {
    if (!belongs(folder)) {
      return;
    }
    List<Path> paths;
    try {
      paths = listed(folder);
    } catch (AccessDeniedException e) {
      closed.add(new Position(folder, 1, 1));
      return;
    }
    each(paths, depth);
  }

  private boolean belongs(Path folder) {
    if (!deep) {
      return folder.equals(root.resolve("environments"));
    }
    if (Files.exists(folder.resolve("parley.yaml"))) {
      others.add(folder);
      return false;
    }
    return !name(folder).equals("node_modules");
  }

  private static List<Path> listed(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(path -> !name(path).startsWith(".")).sorted().toList();
    }
  }

  private void file(Path file) throws IOException {
    var kind = kind(file);
    if (kind == null && MISNAMED.matcher(name(file)).matches()) {
      misnamed.add(new Position(file, 1, 1));
    }
    if (kind == null) {
      return;
    }
    var absolute = file.toAbsolutePath().normalize();
    if (confinement.resolve(absolute) instanceof Confinement.Resolution.Inside) {
      kind.add(file);
    } else {
      strays.add(new Position(file, 1, 1));
    }
  }

  private @Nullable Collection<Path> kind(Path file) {
    var name = name(file);
    if (name.endsWith(".ws.yaml")) {
      return conversations;
    }
    if (name.endsWith(".mock.yaml")) {
      return mocks;
    }
    if (name.endsWith(Snapshot.ENDING)) {
      return snapshots;
    }
    if (file.equals(layerOf(folderOf(file)))) {
      return layers;
    }
    return name.endsWith(".yaml") && folderOf(file).equals(root.resolve("environments"))
        ? environments
        : null;
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private static Path folderOf(Path file) {
    var folder = file.getParent();
    return folder == null ? file : folder;
  }

  Path root() {
    return root;
  }

  /** The file that says what a folder adds. */
  Path layerOf(Path folder) {
    return folder.resolve(folder.equals(root) ? "parley.yaml" : "folder.yaml");
  }

  Collection<Path> layers() {
    return layers;
  }

  /** The layers that hold for a file, the collection's first. */
  List<Path> layersAbove(Path file) {
    var above = new ArrayDeque<Path>();
    for (var one = folderOf(file); one.startsWith(root); one = folderOf(one)) {
      var layer = layerOf(one);
      if (layers.contains(layer)) {
        above.addFirst(layer);
      }
      if (one.equals(root)) {
        break;
      }
    }
    return List.copyOf(above);
  }

  List<Path> environments() {
    return environments;
  }

  List<Path> mocks() {
    return mocks;
  }

  List<Path> conversations() {
    return conversations;
  }

  List<Path> snapshots() {
    return snapshots;
  }

  /** Adds what is wrong with the folder itself, and with what is not read. */
  void tell(Problems problems) {
    closed.forEach(one ->
        problems.warn(
            one,
            "a folder that you may not read",
            "a folder that you may read",
            "ask its owner, or leave it out"));
    strays.forEach(one ->
        problems.add(
            one,
            "a link that leaves the collection",
            "a file or folder of the collection",
            "copy it into the collection"));
    misnamed.forEach(one ->
        problems.warn(one, "a file that is not read", "a name that ends in `.yaml`", "rename it"));
  }

  /** Collections of their own that stand in this one. */
  List<Path> others() {
    return others;
  }

  /** Of each folder, those right below that hold a conversation at any depth, or say something. */
  Map<Path, SortedSet<Path>> foldersInFolders() {
    var all = new HashMap<Path, SortedSet<Path>>();
    Stream.concat(conversations.stream(), layers.stream())
        .map(CollectionWalk::folderOf)
        .distinct()
        .forEach(folder -> add(folder, all));
    return all;
  }

  private void add(Path folder, Map<Path, SortedSet<Path>> all) {
    for (var one = folder; !one.equals(root) && one.startsWith(root); one = folderOf(one)) {
      if (!all.computeIfAbsent(folderOf(one), _ -> new TreeSet<>()).add(one)) {
        return;
      }
    }
  }
}
