package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.cli.shell.ExitCode;

/** The example collections, against their own mocks. */
class ExamplesTest {

  private static final Path EXAMPLES = Path.of("..", "examples");

  @Test
  void everyExampleWithStepsPasses() throws IOException {
    var run = Run.of("run", EXAMPLES.toString());
    assertThat(run.code()).as(run.text() + run.err()).isEqualTo(ExitCode.OK);
    var tests = conversations("\nsteps:");
    assertThat(tests).isNotEmpty().allMatch(file -> run.text().contains(file));
    assertThat(run.text()).containsPattern("\n  \\d+ passed, \\d+ skipped in ");
  }

  @Test
  void noExampleHasProblems() {
    var check = Run.of("check", EXAMPLES.toString());
    assertThat(check.code()).as(check.text() + check.err()).isEqualTo(ExitCode.OK);
  }

  private static List<String> conversations(String with) throws IOException {
    try (var files = Files.walk(EXAMPLES)) {
      return files
          .filter(file -> file.toString().endsWith(".ws.yaml") && read(file).contains(with))
          .map(file -> String.valueOf(file.getFileName()))
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(file + " cannot be read", e);
    }
  }
}
