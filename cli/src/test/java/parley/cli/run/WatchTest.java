package parley.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parley.cli.shell.ExitCode;
import parley.cli.shell.Shell;

/** {@code parley watch} in a pipe, with files that are saved meanwhile; nothing connects. */
@Timeout(60)
class WatchTest {

  private static final String END = "q quit\n";

  @TempDir private Path temporary;
  private final Written out = new Written();
  private final AtomicReference<Runnable> interruption = new AtomicReference<>();

  /** What is written, for whoever waits for it. */
  private static final class Written extends OutputStream {

    private final ByteArrayOutputStream all = new ByteArrayOutputStream();
    private int seen;
    private volatile Consumer<String> onWriting = _ -> {};

    @Override
    public synchronized void write(int octet) {
      all.write(octet);
      notifyAll();
    }

    @Override
    public synchronized void write(byte[] octets, int from, int count) {
      onWriting.accept(new String(octets, from, count, StandardCharsets.UTF_8));
      all.write(octets, from, count);
      notifyAll();
    }

    /** What comes up to the next {@code end}. */
    synchronized String next(String end) throws InterruptedException {
      var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
      while (true) {
        var text = all.toString(StandardCharsets.UTF_8);
        var found = text.indexOf(end, seen);
        if (found >= 0) {
          var part = text.substring(seen, found);
          seen = found + end.length();
          return part;
        }
        assertThat(System.nanoTime()).as("waiting for %s in %s", end, text).isLessThan(deadline);
        wait(1000);
      }
    }
  }

  private CompletableFuture<ExitCode> watch(PipedOutputStream keys, String... options)
      throws IOException {
    var shell =
        new Shell(
            new PipedInputStream(keys),
            out,
            OutputStream.nullOutputStream(),
            Shell.Terminals.NONE,
            Map.of(),
            temporary.resolve("home"),
            interruption::set);
    var words = new ArrayList<>(List.of(options));
    words.addAll(List.of("-j", "1", temporary.resolve("c").toString()));
    return CompletableFuture.supplyAsync(() -> WatchRun.run(words, shell));
  }

  private void write(String name, String text) throws IOException {
    var file = temporary.resolve("c").resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }

  private static void press(PipedOutputStream keys, String line) throws IOException {
    keys.write(line.getBytes(StandardCharsets.UTF_8));
    keys.flush();
  }

  @Test
  void whatASavedFileConcernsIsRunAgain() throws Exception {
    write("parley.yaml", "url: ws://127.0.0.1:1");
    write("a.ws.yaml", "steps: [ { use: b.ws.yaml } ]");
    write("b.ws.yaml", "steps: [ { check: [ 1 < 2 ] } ]");
    write("rows.csv", "n\n1\n");
    write("c.ws.yaml", "data: { csv: rows.csv }\nsteps: [ { check: [ n < 9 ] } ]");
    try (var keys = new PipedOutputStream()) {
      var code = watch(keys);
      assertThat(out.next(END)).contains("3 passed");
      write("rows.csv", "n\n1\n22\n");
      assertThat(out.next(END)).contains("▶ ", "rows.csv", "1 passed, 1 failed");
      write("b.ws.yaml", "steps: [ { check: [ 1 < 22 ] } ]");
      assertThat(out.next(END)).contains("b.ws.yaml", "2 passed");
      write("new.ws.yaml", "steps: [ { wait: 0ms } ]");
      assertThat(out.next(END)).contains("new.ws.yaml", "1 passed");
      press(keys, "f\n");
      assertThat(out.next(END)).contains("▶ what failed", "row 2", "1 failed");
      press(keys, "\n");
      assertThat(out.next(END)).contains("▶ all tests", "4 passed, 1 failed");
      press(keys, "q\n");
      assertThat(code.get(30, TimeUnit.SECONDS)).isEqualTo(ExitCode.EXPECTATION_FAILED);
    }
  }

  @Test
  void itsOwnReportIsNoReasonToRunAgainAndALogHoldsUpNothing() throws Exception {
    write("a.ws.yaml", "url: ws://127.0.0.1:1\nsteps: [ { wait: 0ms } ]");
    write("b.ws.yaml", "url: ws://127.0.0.1:1\nsteps: [ { wait: 0ms } ]");
    var report = temporary.resolve("c/reports/r.json");
    try (var keys = new PipedOutputStream()) {
      var code = watch(keys, "--report", "json=" + report);
      assertThat(out.next(END)).contains("2 passed");
      for (var pause : List.of("1ms", "2ms")) {
        write("server.log", pause);
        write("a.ws.yaml", "url: ws://127.0.0.1:1\nsteps: [ { wait: %s } ]".formatted(pause));
        assertThat(out.next(END)).contains("▶ ", "a.ws.yaml\n", "1 passed");
      }
      press(keys, "q\n");
      assertThat(code.get(30, TimeUnit.SECONDS)).isEqualTo(ExitCode.OK);
    }
  }

  @Test
  void anInterruptionWhileARunIsMadeReadyEndsThatRun() throws Exception {
    write("a.ws.yaml", "url: ws://127.0.0.1:1\nsteps: [ { wait: 0ms } ]");
    try (var keys = new PipedOutputStream()) {
      var code = watch(keys);
      assertThat(out.next(END)).contains("1 passed");
      out.onWriting =
          text -> {
            if (text.contains("▶")) {
              var interrupting = Thread.ofPlatform().start(interruption.get());
              while (interrupting.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
              }
            }
          };
      write("a.ws.yaml", "url: ws://127.0.0.1:1\nsteps: [ { wait: 40s } ]");
      assertThat(code.get(20, TimeUnit.SECONDS)).isEqualTo(ExitCode.INTERRUPTED);
    }
  }

  @Test
  void anInterruptionEndsIt() throws Exception {
    write("a.ws.yaml", "url: ws://127.0.0.1:1\nsteps: [ { wait: 0ms } ]");
    try (var keys = new PipedOutputStream()) {
      var code = watch(keys);
      assertThat(out.next(END)).contains("1 passed");
      interruption.get().run();
      assertThat(code.get(30, TimeUnit.SECONDS)).isEqualTo(ExitCode.INTERRUPTED);
    }
  }
}
