package parley.interop;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A child process that is talked to in lines. It ends with its stdin, or else is killed; what it
 * wrote to stderr is shown when it does not answer.
 */
final class Script implements AutoCloseable {

  private static final int MAX_COMPLAINTS = 200;

  private final Process process;
  private final PrintWriter in;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> complaints = new LinkedBlockingQueue<>(MAX_COMPLAINTS);

  private Script(Process process) {
    this.process = process;
    in = new PrintWriter(process.outputWriter(), true);
    read(process.inputReader(), lines);
    read(process.errorReader(), complaints);
  }

  static Script start(List<String> command) {
    try {
      var builder = new ProcessBuilder(command);
      builder.environment().putAll(Installed.environment());
      return new Script(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void read(BufferedReader reader, BlockingQueue<String> into) {
    Thread.ofVirtual().start(() -> reader.lines().forEach(into::offer));
  }

  void say(String line) {
    in.println(line);
  }

  /** The next line, in words. */
  List<String> next() {
    return List.of(Deadline.next(lines, this::complaints).split(" ", -1));
  }

  private String complaints() {
    var said = new ArrayList<String>();
    complaints.drainTo(said);
    return "%s %s\n%s"
        .formatted(
            process.info().commandLine().orElse("The process"),
            process.isAlive() ? "lives; its stderr:" : "has ended; its stderr:",
            String.join("\n", said));
  }

  @Override
  public void close() {
    in.close();
    try {
      if (!process.waitFor(Duration.ofSeconds(2))) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
