package parley.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import parley.cli.shell.ExitCode;
import parley.cli.shell.ProcessShell;
import parley.cli.shell.Shell;
import parley.mock.server.EchoServer;
import parley.mock.server.EchoSpec;
import parley.transport.listen.ListenSpec;
import parley.transport.listen.ServerIdentity;

/**
 * Runs once while {@code ./parley} is built, and what the JVM loads and compiles meanwhile goes
 * into its AOT cache: help, conversations with a server in this process, plain and over TLS, a
 * refusal, a collection that is made, checked and run, and the workbench. Fails when one of them
 * does.
 */
final class Rehearsal {

  private Rehearsal() {}

  static void main(String... arguments) throws IOException {
    var _ = Main.class; // Loaded here, or a start would open a jar for it.
    play(ExitCode.OK, "--version");
    play(ExitCode.OK, "help", "connect");
    play(ExitCode.OK, "completion", "bash"); // Each new shell may ask for it.
    play(ExitCode.USAGE, "--no-such-option", "ws://localhost");
    converse(ListenSpec.local().build());
    converse(ListenSpec.local().tls(ServerIdentity.forLocalhost()).build());
    test();
    explore();
  }

  /** A new collection brings its own mock. */
  private static void test() throws IOException {
    var folder = Files.createTempDirectory("parley-rehearsal");
    try {
      var collection = folder.resolve("collection").toString();
      play(ExitCode.OK, "new", "collection", collection);
      play(ExitCode.OK, "check", collection);
      play(ExitCode.OK, "run", "-v", collection);
    } finally {
      delete(folder);
    }
  }

  /** The workbench on the examples, from its start to its end as by Ctrl+C. */
  private static void explore() throws IOException {
    var state = Files.createTempDirectory("parley-rehearsal");
    try {
      var ui = List.of("ui", "--no-open", "--port", "0", "--state", state.toString());
      var code = Program.run(ui, shell(Thread.ofVirtual()::start));
      if (code != ExitCode.INTERRUPTED) {
        throw new IllegalStateException("the workbench ended with " + code);
      }
    } finally {
      delete(state);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void converse(ListenSpec listen) throws IOException {
    try (var server = EchoServer.open(EchoSpec.of(listen))) {
      var url = server.url().toString();
      play(ExitCode.OK, "-k", "-1", "-d", "Hello, world", url);
      play(ExitCode.OK, "-k", "-v", "--compress", "--frames", url);
      play(ExitCode.OK, "-k", "--json", url);
    }
  }

  private static void play(ExitCode expected, String... arguments) {
    var code = Program.run(List.of(arguments), shell());
    if (code != expected) {
      throw new IllegalStateException(List.of(arguments) + " ended with " + code);
    }
  }

  private static Shell shell() {
    return shell(ProcessShell.open().interruption());
  }

  private static Shell shell(Consumer<Runnable> interruption) {
    var process = ProcessShell.open();
    var lines = "{\"type\": \"hello\"}\nHello again\n".getBytes(StandardCharsets.UTF_8);
    return new Shell(
        new ByteArrayInputStream(lines),
        process.out(),
        process.err(),
        process.terminals(),
        process.variables(),
        process.home(),
        interruption);
  }
}
