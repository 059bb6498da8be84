package parley.cli.ui;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import parley.cli.option.Arguments;
import parley.cli.option.Help;
import parley.cli.option.Misuse;
import parley.cli.shell.ExitCode;
import parley.cli.shell.Shell;
import parley.cli.shell.Version;
import parley.workbench.Workbench;
import parley.workbench.WorkbenchSpec;

/** Runs {@code parley ui}. */
public final class UiRun {

  private UiRun() {}

  public static String help() {
    return Help.of(UiCommand.COMMAND, "", ExitCode.section());
  }

  public static ExitCode run(List<String> arguments, Shell shell) {
    var draft = new UiDraft();
    return switch (Arguments.read(UiCommand.COMMAND, arguments, draft)) {
      case Arguments.Outcome.Read(var operands) -> run(draft, operands, shell);
      case Arguments.Outcome.Wrong(var misuse) -> refuse(misuse, shell);
    };
  }

  private static ExitCode refuse(Misuse misuse, Shell shell) {
    shell.complain(misuse.toText());
    return ExitCode.USAGE;
  }

  private static ExitCode run(UiDraft draft, List<String> operands, Shell shell) {
    if (draft.help) {
      shell.say(help());
      return ExitCode.OK;
    }
    var folder = Path.of(operands.isEmpty() ? "examples" : operands.getFirst());
    var spec =
        new WorkbenchSpec(
            folder.toAbsolutePath().normalize(),
            operands.isEmpty(),
            shell.stateFolder(),
            new InetSocketAddress(InetAddress.getLoopbackAddress(), draft.port),
            shell.variables(),
            Version.LINE);
    try (var workbench = Workbench.open(spec)) {
      shell.say(workbench.url() + "\n");
      awaitInterruption(workbench, shell);
      return ExitCode.INTERRUPTED;
    } catch (IOException unavailable) {
      shell.complain("parley: the workbench cannot be opened: " + unavailable.getMessage() + "\n");
      return ExitCode.CANNOT_CONNECT;
    }
  }

  private static void awaitInterruption(Workbench workbench, Shell shell) {
    var interrupted = new CountDownLatch(1);
    shell
        .interruption()
        .accept(() -> {
          workbench.close();
          interrupted.countDown();
        });
    try {
      interrupted.await();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
