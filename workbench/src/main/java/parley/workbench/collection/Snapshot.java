package parley.workbench.collection;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import parley.files.collection.CollectionFiles;
import parley.files.collection.Confinement;
import parley.workspace.Lookup;
import parley.workspace.Workspace;

/**
 * The opened folder as it was read: the collections in it, each by its folder, outer ones first. A
 * collection in which no file has changed is taken over from the reading before.
 *
 * @param used files that they name, such as data rows and payloads, there or not
 */
record Snapshot(Path root, Scan scan, SortedMap<Path, Workspace> collections, Set<Path> used) {

  /**
   * Named files that are looked at; changes of more are noticed with the next change of another.
   */
  private static final int MAX_USED = 10_000;

  /** Reads those that have changed. Blocks. */
  static Snapshot read(Path root, Scan scan, Map<String, String> process, Optional<Snapshot> before)
      throws IOException {
    var roots = scan.roots(root);
    var changed = before.map(old -> old.scan.differences(scan)).orElse(Set.of());
    var stale = before.map(old -> old.stale(scan, roots)).orElse(roots);
    var collections = new TreeMap<Path, Workspace>();
    for (var one : roots) {
      var known = before.map(old -> old.collections.get(one));
      var fresh =
          known.isPresent() && !stale.contains(one)
              ? known
              : known
                  .flatMap(workspace -> workspace.again(changed))
                  .or(() -> read(one, process))
                  .or(() -> known);
      fresh.ifPresent(workspace -> collections.put(one, workspace));
    }
    if (!collections.containsKey(root)) {
      throw new NotDirectoryException(root.toString());
    }
    var used = used(collections.values(), scan);
    return new Snapshot(root, scan.withUsed(used), collections, used);
  }

  /** What the collections name beside their own files; paths with variables in them are unknown. */
  private static Set<Path> used(Collection<Workspace> collections, Scan scan) {
    return collections.stream()
        .flatMap(one -> used(one.files()))
        .filter(file -> !scan.files().containsKey(file))
        .distinct()
        .limit(MAX_USED)
        .collect(toSet());
  }

  private static Stream<Path> used(CollectionFiles files) {
    return files.paths().stream()
        .filter(path -> !path.hasTemplate())
        .flatMap(path ->
            files.confinement().resolve(path) instanceof Confinement.Resolution.Inside(var file)
                ? Stream.of(file)
                : Stream.empty());
  }

  /** Nothing when its folder has vanished meanwhile. */
  private static Optional<Workspace> read(Path folder, Map<String, String> process) {
    return Workspace.open(folder, process) instanceof Lookup.Found<Workspace>(var workspace)
        ? Optional.of(workspace)
        : Optional.empty();
  }

  /** The collections whose files differ now; those around one that came or went differ, too. */
  private Set<Path> stale(Scan now, Set<Path> roots) {
    var stale = new HashSet<Path>();
    for (var file : scan.differences(now)) {
      stale.add(nearest(file, roots));
      if (file.endsWith("parley.yaml")) {
        stale.add(nearest(file.resolveSibling("").resolveSibling("x"), roots));
      }
    }
    return stale;
  }

  private Path nearest(Path file, Set<Path> roots) {
    for (var one = file; !one.equals(root) && one.startsWith(root); one = one.resolveSibling("")) {
      if (roots.contains(one)) {
        return one;
      }
    }
    return root;
  }

  /** The folder of the collection that a file belongs to. */
  Path collectionOf(Path file) {
    return nearest(file, collections.keySet());
  }
}
