package parley.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.files.problem.Nearest;

/** What is said of a path that leads nowhere. */
final class MissingFile {

  private MissingFile() {}

  static <T> Lookup<T> of(Path path) {
    var near =
        Nearest.to(String.valueOf(path.getFileName()), names(path.toAbsolutePath().getParent()))
            .map(name -> "Did you mean " + path.resolveSibling(name) + "?");
    return new Lookup.Failed<>(
        new Refusal(
            "there is no file or folder '" + path + "'",
            "the path of a file of a collection, such as NAME.ws.yaml, or of a folder",
            near.orElse(null)));
  }

  private static List<String> names(@Nullable Path folder) {
    if (folder == null || !Files.isDirectory(folder)) {
      return List.of();
    }
    try (var all = Files.list(folder)) {
      return all.map(one -> String.valueOf(one.getFileName())).sorted().toList();
    } catch (IOException e) {
      return List.of(); // without the folder nothing is near
    }
  }
}
