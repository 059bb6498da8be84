package parley.files.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import parley.files.Golden;
import parley.files.collection.CollectionFiles;
import parley.files.format.Format;
import parley.files.shape.Reading;
import parley.files.shape.Shape;
import parley.files.yaml.YamlReader;

/** Each file below {@code problems} has its problems beside it, as they are printed. */
final class ProblemGoldenTest {

  private static final Path FOLDER = Golden.RESOURCES.resolve("problems");

  @TestFactory
  Stream<DynamicTest> problemsOfAFileArePrintedWithHints() throws IOException {
    return sorted(FOLDER).stream()
        .filter(file -> file.toString().endsWith(".yaml"))
        .map(file -> dynamicTest(String.valueOf(file.getFileName()), () -> check(file)));
  }

  @TestFactory
  Stream<DynamicTest> problemsOfACollectionArePrintedTogether() throws IOException {
    return sorted(Golden.RESOURCES.resolve("broken")).stream()
        .filter(Files::isDirectory)
        .map(folder -> dynamicTest(String.valueOf(folder.getFileName()), () -> checkAll(folder)));
  }

  private static List<Path> sorted(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static void check(Path file) {
    var name = String.valueOf(file.getFileName());
    var problems = new Problems();
    var bytes = bytes(file);
    YamlReader.read(Path.of(name), bytes, problems)
        .ifPresent(document ->
            shape(name)
                .read(document.root(), Reading.of(document.source(), scope(name), problems)));
    var lines = new String(bytes, java.nio.charset.StandardCharsets.UTF_8).lines().toList();
    assertThat(problems.sorted()).isNotEmpty();
    Golden.check(
        file.resolveSibling(name.replaceFirst("\\..*", ".txt")),
        problems.sorted().stream()
            .map(problem -> ProblemText.of(problem, lines) + "\n")
            .collect(Collectors.joining("\n")));
  }

  private static Shape<?> shape(String name) {
    if (name.endsWith(".mock.yaml")) {
      return Format.MOCK;
    }
    return name.endsWith(".env.yaml") ? Format.ENVIRONMENT : Format.CONVERSATION;
  }

  private static Reading.Scope scope(String name) {
    return name.endsWith(".mock.yaml") ? Reading.Scope.MOCK : Reading.Scope.CONVERSATION;
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void checkAll(Path folder) throws IOException {
    var files = CollectionFiles.read(folder);
    Golden.check(
        folder.resolveSibling(folder.getFileName() + ".txt"),
        files.problems().stream()
            .map(problem -> ProblemText.of(problem, files.lines(problem.at().file())) + "\n")
            .collect(Collectors.joining("\n")));
  }
}
