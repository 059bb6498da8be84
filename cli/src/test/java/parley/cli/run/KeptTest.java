package parley.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parley.cli.shell.ExitCode;
import parley.cli.shell.Shell;
import parley.report.Palette;
import parley.report.Redaction;
import parley.report.test.Look;
import parley.workspace.snapshot.Saved;

/** What a run keeps for later ones: snapshots, and what failed. Nothing connects. */
@Timeout(60)
class KeptTest {

  @TempDir private Path temporary;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Runnable> interruptions = new ArrayList<>();

  private void write(String name, String text) throws IOException {
    var file = temporary.resolve("c").resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }

  private ExitCode run(Consumer<Runnable> interruption, String... options) {
    out.reset();
    var shell =
        new Shell(
            InputStream.nullInputStream(),
            out,
            OutputStream.nullOutputStream(),
            Shell.Terminals.NONE,
            Map.of(),
            temporary.resolve("home"),
            interruption);
    var words = new ArrayList<>(List.of(options));
    words.add(temporary.resolve("c").toString());
    return TestsRun.run(words, shell);
  }

  private ExitCode run(String... options) {
    return run(_ -> {}, options);
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aTestThatSkipsItselfHasNothingToRecord() throws IOException {
    write("a.ws.yaml", "url: ws://127.0.0.1:1\nsteps: [ { skip: not today } ]");
    assertThat(run("--record")).isEqualTo(ExitCode.OK);
    assertThat(said()).contains("1 skipped").doesNotContain("not kept");
    write("a.ws.yaml", "url: ws://127.0.0.1:1\nsteps: [ { check: [ 1 > 2 ] } ]");
    assertThat(run("--record")).isEqualTo(ExitCode.EXPECTATION_FAILED);
    assertThat(said()).contains("not kept", "it did not pass");
  }

  @Test
  void anInterruptionOfTheSecondRunRecordsNothingAndSaysSo() throws IOException {
    write("a.ws.yaml", "url: ws://127.0.0.1:1\nsteps: [ { wait: 0ms } ]");
    assertThat(run(this::interruptTheSecond, "--record")).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(said()).contains("nothing was recorded", "interrupted");
    assertThat(temporary.resolve("c/a.snapshot.yaml")).doesNotExist();
  }

  private void interruptTheSecond(Runnable handler) {
    interruptions.add(handler);
    if (interruptions.size() == 2) {
      var interrupting = Thread.ofPlatform().start(handler);
      while (interrupting.getState() != Thread.State.WAITING) { // until all has ended
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void rowsThatAreGoneFromTheDataAreNoFailuresToRunAgain() throws IOException {
    write("rows.csv", "n\n1\n2\n");
    write(
        "a.ws.yaml",
        "url: ws://127.0.0.1:1\ndata: { csv: rows.csv }\nsteps: [ { check: [ n < 2 ] } ]");
    assertThat(run()).isEqualTo(ExitCode.EXPECTATION_FAILED);
    write("rows.csv", "n\n1\n");
    assertThat(run("--last-failed")).isEqualTo(ExitCode.OK);
    assertThat(said()).contains("are in no data any more: nothing is run");
    assertThat(run()).isEqualTo(ExitCode.OK);
    write("rows.csv", "n\n1\n2\n");
    assertThat(run("--last-failed")).isEqualTo(ExitCode.OK);
    assertThat(said()).contains("no test failed when it was last run");
  }

  @Test
  void noticesOfSnapshotsShowNoSecret() {
    var saved =
        new Saved(Path.of("a"), Saved.State.RECORDED, "hunter2-too", List.of("see hunter2-too"));
    var look = new Look(Palette.PLAIN, 80, Redaction.of(Set.of("hunter2-too")), Path.of(""));
    assertThat(KeptText.of(saved, look)).contains("see ").doesNotContain("hunter2");
  }
}
