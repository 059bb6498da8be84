package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.cli.shell.ExitCode;

final class FormatTest {

  private static final String UNTIDY = "url:   ws://localhost   \n\n\nsteps:\n- wait:  1s # why";
  private static final String TIDY = "url: ws://localhost\n\nsteps:\n  - wait: 1s # why\n";

  @TempDir Path folder;

  @Test
  void untidyFilesAreChangedAndNamed() throws IOException {
    var file = write("a.ws.yaml", UNTIDY);
    write("b.ws.yaml", TIDY);
    var run = Run.of("fmt", folder.toString());
    assertThat(run.code()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).endsWith("a.ws.yaml\n2 files, 1 changed\n");
    assertThat(Files.readString(file)).isEqualTo(TIDY);
    assertThat(Run.of("fmt", folder.toString()).out()).isEqualTo("2 files, all tidy\n");
  }

  @Test
  void checkChangesNothingAndFails() throws IOException {
    var file = write("a.ws.yaml", UNTIDY);
    var run = Run.of("fmt", "--check", file.toString());
    assertThat(run.code()).isEqualTo(ExitCode.EXPECTATION_FAILED);
    assertThat(run.out()).endsWith("a.ws.yaml\n1 file, 1 would change\n");
    assertThat(Files.readString(file)).isEqualTo(UNTIDY);
  }

  @Test
  void whatCannotBeReadStaysAndTheOthersAreDone() throws IOException {
    var broken = write("a.ws.yaml", "url:   { \n");
    var file = write("b.ws.yaml", UNTIDY);
    var run = Run.of("fmt", folder.toString());
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).endsWith("2 files, 1 changed, 1 could not be read\n");
    assertThat(run.err()).contains("a.ws.yaml:2:1: error: ");
    assertThat(Files.readString(broken)).isEqualTo("url:   { \n");
    assertThat(Files.readString(file)).isEqualTo(TIDY);
  }

  @Test
  void editorsFormatThroughAPipe() {
    assertThat(Run.with(UNTIDY, "fmt", "-")).isEqualTo(new Run(ExitCode.OK, TIDY, ""));
    var broken = Run.with("url: {\n", "fmt", "-");
    assertThat(broken.code()).isEqualTo(ExitCode.USAGE);
    assertThat(broken.err()).startsWith("standard input:2:1: error: ");
  }

  @Test
  void theMarkOfUtf8AndLineEndsStay() throws IOException {
    var file = write("a.ws.yaml", "\uFEFFurl:   ws://localhost\r\n");
    Run.of("fmt", file.toString());
    assertThat(Files.readString(file)).isEqualTo("\uFEFFurl: ws://localhost\r\n");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
