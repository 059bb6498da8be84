package parley.files.collection;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.files.problem.Problems;
import parley.files.yaml.Quoting;
import parley.model.collection.Source;
import parley.model.collection.Suite;

/** Which conversations go on from each other, and what is wrong with that. */
final class SuiteOrder {

  private final Confinement confinement;
  private final Collection<Path> conversations;
  private final Problems problems;
  private final Map<Path, Source> taken = new HashMap<>();

  SuiteOrder(Confinement confinement, Collection<Path> conversations, Problems problems) {
    this.confinement = confinement;
    this.conversations = conversations;
    this.problems = problems;
  }

  /** Of all folders. */
  List<List<Path>> ofAll(Map<Path, Suite> suites) {
    var all = new ArrayList<List<Path>>();
    suites.forEach((layer, suite) -> {
      var files = of(layer, suite);
      if (files.size() > 1) {
        all.add(files);
      }
    });
    return all;
  }

  /** The files of a folder's suite, one after the other; none when they do not depend. */
  private List<Path> of(Path layer, Suite suite) {
    if (!suite.dependent()) {
      return List.of();
    }
    var folder = layer.resolveSibling("");
    return suite.order().isEmpty()
        ? conversations.stream().filter(one -> one.resolveSibling("").equals(folder)).toList()
        : suite.order().stream().flatMap(path -> file(path).stream()).toList();
  }

  /** Files that are not there are told where all paths are. */
  private Optional<Path> file(Source path) {
    var file =
        confinement.resolve(path) instanceof Confinement.Resolution.Inside(var inside)
            ? conversations.stream().filter(one -> normal(one).equals(normal(inside))).findFirst()
            : Optional.<Path>empty();
    file.ifPresent(one -> {
      var first = taken.putIfAbsent(one, path);
      if (first != null) {
        problems.add(
            path.at(),
            Quoting.shown(path.text()) + " again",
            "each file in one order, once",
            "it stands in line %d of %s, too"
                .formatted(first.at().line(), first.at().file().getFileName()));
      }
    });
    return file.filter(one -> path.equals(taken.get(one)));
  }

  private static Path normal(Path file) {
    return file.toAbsolutePath().normalize();
  }
}
