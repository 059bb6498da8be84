package parley.cli.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The files of some folders that tests may depend on. */
final class WatchedFiles {

  /** No more are watched. */
  private static final int MAX = 50_000;

  private static final int MAX_DEPTH = 32;

  private WatchedFiles() {}

  /** All below, but for what is hidden, and modules of Node. Blocks. */
  static Set<Path> below(List<Path> folders) {
    var all = new HashSet<Path>();
    folders.forEach(folder -> add(folder, 0, all));
    return all;
  }

  private static void add(Path folder, int depth, Set<Path> all) {
    for (var path : listed(folder)) {
      var name = String.valueOf(path.getFileName());
      var isHidden = name.startsWith(".") && !name.startsWith(".env");
      if (isHidden || name.endsWith("~") || name.equals("node_modules") || all.size() >= MAX) {
        continue;
      }
      if (Files.isDirectory(path)) {
        if (depth < MAX_DEPTH && !Files.isSymbolicLink(path)) {
          add(path, depth + 1, all);
        }
      } else {
        all.add(path);
      }
    }
  }

  private static List<Path> listed(Path folder) {
    try (var paths = Files.list(folder)) {
      return new ArrayList<>(paths.toList());
    } catch (IOException | UncheckedIOException gone) {
      return List.of(); // a folder may go at any time
    }
  }
}
