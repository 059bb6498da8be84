package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import parley.cli.shell.Shell;

/**
 * A command that serves in this process, from its first line on until it is closed as by Ctrl+C.
 */
final class Served implements AutoCloseable {

  private final CompletableFuture<Runnable> interruption = new CompletableFuture<>();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final String firstLine;
  private final Thread thread;

  Served(String... arguments) throws IOException {
    var out = new PipedOutputStream();
    var lines = new PipedInputStream(out);
    var shell =
        new Shell(
            InputStream.nullInputStream(),
            out,
            err,
            Shell.Terminals.NONE,
            Map.of(),
            Path.of("target", "home"),
            interruption::complete);
    thread = Thread.ofPlatform().start(() -> Program.run(List.of(arguments), shell));
    firstLine = firstLine(lines);
  }

  private static String firstLine(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (var c = in.read(); c != '\n' && c >= 0; c = in.read()) {
      line.append((char) c);
    }
    return line.toString();
  }

  /** The first line on standard output. */
  String firstLine() {
    return firstLine;
  }

  /** What stands on standard error by now. */
  String log() {
    return err.toString(StandardCharsets.UTF_8);
  }

  /** Waits until the command is ready to be ended, when all that it says at first is said. */
  Served settled() {
    var _ = interruption.orTimeout(10, TimeUnit.SECONDS).join();
    return this;
  }

  @Override
  public void close() {
    interruption.orTimeout(10, TimeUnit.SECONDS).join().run();
    try {
      assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
