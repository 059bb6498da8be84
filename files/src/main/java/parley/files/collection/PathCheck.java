package parley.files.collection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import parley.files.problem.Nearest;
import parley.files.problem.Problems;
import parley.files.yaml.Quoting;
import parley.model.collection.Source;

/** Looks whether the paths that files name lead to files of the collection. */
record PathCheck(Confinement confinement, Problems problems) {

  /**
   * The files that the paths lead to. Paths with templates are looked at when these are filled in.
   */
  Set<Path> check(List<Source> paths) {
    var found = new HashSet<Path>();
    paths.stream().filter(path -> !path.hasTemplate()).forEach(path -> check(path, found));
    return found;
  }

  private void check(Source path, Set<Path> found) {
    switch (confinement.resolve(path)) {
      case Confinement.Resolution.Refused(var reason) ->
          problems.add(
              path.at(),
              reason + ": " + Quoting.shown(path.text()),
              "a path inside of the collection",
              "copy the file into the collection");
      case Confinement.Resolution.Inside(var file) when Files.exists(file) -> found.add(file);
      case Confinement.Resolution.Inside(var file) -> missing(path, file);
    }
  }

  private void missing(Source path, Path file) {
    var found = "no file at " + Quoting.shown(path.text());
    Nearest.to(String.valueOf(file.getFileName()), neighbours(file))
        .ifPresentOrElse(
            near ->
                problems.add(path.at(), found, "a path to a file", "did you mean `" + near + "`?"),
            () ->
                problems.add(
                    path.at(),
                    found,
                    "a path to a file",
                    "paths are relative to the folder of this file"));
  }

  private static List<String> neighbours(Path file) {
    try (var files = Files.list(file.resolveSibling("."))) {
      return files.map(one -> String.valueOf(one.getFileName())).sorted().toList();
    } catch (IOException e) {
      return List.of(); // without the folder nothing is near
    }
  }
}
