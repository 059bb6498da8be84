package parley.files.collection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import parley.files.format.Format;
import parley.files.problem.Problem;
import parley.files.problem.Problems;
import parley.files.shape.Reading;
import parley.files.yaml.YamlReader;
import parley.model.collection.Example;
import parley.model.collection.Position;

/**
 * The examples of messages and answers in a file or a folder.
 *
 * @param all in the order of the files' names
 * @param problems of all of them
 */
public record ExampleFiles(List<Example> all, List<Problem> problems) {

  /** How many files of a folder are read. */
  public static final int MAX_FILES = 1000;

  private static final Pattern KNOWN = Pattern.compile(".*\\.(ya?ml|json)");

  public ExampleFiles {
    all = List.copyOf(all);
    problems = List.copyOf(problems);
  }

  /** Reads {@code *.yaml}, {@code *.yml} and {@code *.json} in a folder, or one file. Blocks. */
  public static ExampleFiles read(Path place) {
    var problems = new Problems();
    var all = new ArrayList<Example>();
    for (var file : files(place, problems)) {
      read(file, problems, all);
    }
    return new ExampleFiles(all, problems.sorted());
  }

  private static List<Path> files(Path place, Problems problems) {
    if (!Files.isDirectory(place)) {
      return List.of(place);
    }
    try (var files = Files.list(place)) {
      var known = files.filter(ExampleFiles::isKnown).sorted().toList();
      if (known.size() > MAX_FILES) {
        problems.add(new Position(place, 1, 1), known.size() + " examples", "at most " + MAX_FILES);
      }
      return known.size() > MAX_FILES ? List.of() : known;
    } catch (IOException unreadable) {
      problems.add(
          new Position(place, 1, 1), "a folder that cannot be read", "a folder of examples");
      return List.of();
    }
  }

  private static boolean isKnown(Path file) {
    var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return !name.startsWith(".") && KNOWN.matcher(name).matches() && Files.isRegularFile(file);
  }

  private static void read(Path file, Problems problems, List<Example> all) {
    try {
      YamlReader.read(file, Files.readAllBytes(file), problems)
          .flatMap(document ->
              Format.EXAMPLES.read(
                  document.root(), Reading.of(document.source(), Reading.Scope.MOCK, problems)))
          .ifPresent(all::addAll);
    } catch (IOException unreadable) {
      problems.add(new Position(file, 1, 1), "a file that cannot be read", "a file of examples");
    }
  }
}
