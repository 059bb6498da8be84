package parley.cli.ui;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import parley.cli.option.Arguments;
import parley.cli.option.Command;
import parley.cli.option.Help;
import parley.cli.option.Misuse;
import parley.cli.shell.ExitCode;
import parley.cli.shell.Shell;
import parley.cli.shell.Version;
import parley.workbench.Workbench;
import parley.workbench.WorkbenchSpec;
import parley.workspace.Places;

/**
 * Runs {@code parley ui} until it is interrupted. The workbench's address is the only line on
 * standard output and comes once it can be opened; all else goes to standard error.
 */
public final class UiRun {

  /** One and the same at each start, so that a page that is still open goes on by itself. */
  private static final int PREFERRED_PORT = 7357;

  /** Conversations that are named when they are closed. */
  private static final int MAX_NAMED = 5;

  private final UiDraft draft;
  private final Shell shell;

  private UiRun(UiDraft draft, Shell shell) {
    this.draft = draft;
    this.shell = shell;
  }

  /** What can be written after its name. */
  public static Command<?> command() {
    return UiCommand.COMMAND;
  }

  public static String help() {
    return Help.of(UiCommand.COMMAND, "", ExitCode.section());
  }

  public static ExitCode run(List<String> arguments, Shell shell) {
    var draft = new UiDraft();
    return switch (Arguments.read(UiCommand.COMMAND, arguments, draft)) {
      case Arguments.Outcome.Read(var operands) -> new UiRun(draft, shell).run(operands);
      case Arguments.Outcome.Wrong(var misuse) -> refuse(misuse, shell);
    };
  }

  private static ExitCode refuse(Misuse misuse, Shell shell) {
    shell.complain(misuse.toText());
    return ExitCode.USAGE;
  }

  private ExitCode run(List<String> operands) {
    if (draft.help) {
      shell.say(help());
      return ExitCode.OK;
    }
    try {
      return operands.isEmpty() ? runExamples() : runFolder(Path.of(operands.getFirst()));
    } catch (InvalidPathException e) {
      return refuse(new Misuse("'" + e.getInput() + "' is no path", "a folder"), shell);
    } catch (UnknownHostException e) {
      return refuse(
          new Misuse(
              "--host was given '" + draft.host + "'",
              "an address of this machine, for example: --host 0.0.0.0"),
          shell);
    }
  }

  private ExitCode runExamples() throws UnknownHostException {
    Path folder;
    try {
      folder = Examples.in(state().resolve("examples"));
    } catch (IOException e) {
      return refuse(
          new Misuse(
              "the examples cannot be written to " + state() + ": " + e.getMessage(),
              "a folder that can be written to, with --state DIR"),
          shell);
    }
    return serve(folder, true);
  }

  private ExitCode runFolder(Path folder) throws UnknownHostException {
    if (Files.isDirectory(folder)) {
      return serve(folder.toAbsolutePath().normalize(), false);
    }
    var shown = Places.shown(folder);
    return refuse(
        Files.exists(folder)
            ? new Misuse("'" + shown + "' is a file", "the folder that it is in")
            : new Misuse(
                "there is no folder '" + shown + "'",
                "a folder with collections",
                "'parley new collection " + shown + "' makes one."),
        shell);
  }

  private Path state() {
    return draft.state == null
        ? shell.stateFolder().resolve("workbench")
        : draft.state.toAbsolutePath().normalize();
  }

  private ExitCode serve(Path folder, boolean examples) throws UnknownHostException {
    var bind = bind();
    var spec =
        new WorkbenchSpec(folder, examples, state(), bind, shell.variables(), Version.NUMBER);
    try (var workbench = Workbench.open(spec)) {
      announce(workbench, folder, bind);
      awaitInterruption(workbench);
      return ExitCode.INTERRUPTED;
    } catch (IOException unavailable) {
      shell.complain(isFree(bind) ? failure(unavailable) : taken(bind));
      return ExitCode.CANNOT_CONNECT;
    }
  }

  private static String failure(IOException unavailable) {
    return "parley: the workbench cannot be opened: " + unavailable.getMessage() + "\n";
  }

  private static String taken(InetSocketAddress bind) {
    return "parley: cannot serve on "
        + bind.getHostString()
        + ":"
        + bind.getPort()
        + ": the port is taken, perhaps by another workbench, or the address is not this"
        + " machine's\n"
        + "        try --port 0 for a free port\n";
  }

  private InetSocketAddress bind() throws UnknownHostException {
    var address = draft.host == null ? loopback() : InetAddress.getByName(draft.host);
    if (draft.port != null) {
      return new InetSocketAddress(address, draft.port);
    }
    var preferred = new InetSocketAddress(address, PREFERRED_PORT);
    return isFree(preferred) ? preferred : new InetSocketAddress(address, 0);
  }

  private static InetAddress loopback() {
    return InetAddress.ofLiteral("127.0.0.1");
  }

  private static boolean isFree(InetSocketAddress address) {
    try (var probe = new ServerSocket()) {
      probe.bind(address);
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  private void announce(Workbench workbench, Path folder, InetSocketAddress bind) {
    shell.say(workbench.url() + "\n");
    shell.complain("* The workbench shows " + Places.shown(folder) + ". Ctrl+C ends it.\n");
    if (!bind.getAddress().isLoopbackAddress()) {
      shell.complain(
          """
          ! It listens beyond this machine, and its line is not encrypted. Whoever has the address
            above reads and changes these files, and connects from here, as you do.
          """);
    }
    if (draft.open && !open(workbench.urlOnce())) {
      shell.complain("* No browser could be opened here: open the address above in one.\n");
    }
  }

  private boolean open(String url) {
    return Browser.command(System.getProperty("os.name", ""), shell.variables(), url)
        .map(Browser::start)
        .orElse(false);
  }

  /** Until the user interrupts; then ends all that runs before the program does. */
  private void awaitInterruption(Workbench workbench) {
    var interrupted = new CountDownLatch(1);
    shell
        .interruption()
        .accept(() -> {
          shell.complain(farewell(workbench.alive()));
          workbench.close();
          interrupted.countDown();
        });
    try {
      interrupted.await();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static String farewell(List<String> alive) {
    if (alive.isEmpty()) {
      return "* The workbench ends.\n";
    }
    var named = alive.stream().limit(MAX_NAMED).collect(Collectors.joining(", "));
    var more = alive.size() > MAX_NAMED ? " and %d more".formatted(alive.size() - MAX_NAMED) : "";
    return "* The workbench ends, and closes what is open: " + named + more + ".\n";
  }
}
