package parley.cli.serve;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import parley.cli.option.Arguments;
import parley.cli.option.Command;
import parley.cli.option.Help;
import parley.cli.option.Misuse;
import parley.cli.shell.ExitCode;
import parley.cli.shell.Shell;

/** Runs {@code parley mock}. */
public final class MockRun {

  private MockRun() {}

  /** What can be written after its name. */
  public static Command<?> command() {
    return MockCommand.COMMAND;
  }

  public static String help() {
    return Help.of(MockCommand.COMMAND, "", ExitCode.section());
  }

  public static ExitCode run(List<String> arguments, Shell shell) {
    var draft = new MockDraft();
    return switch (Arguments.read(MockCommand.COMMAND, arguments, draft)) {
      case Arguments.Outcome.Read(var operands) -> run(draft, operands, shell);
      case Arguments.Outcome.Wrong(var misuse) -> EchoRun.refuse(misuse, shell);
    };
  }

  private static ExitCode run(MockDraft draft, List<String> operands, Shell shell) {
    if (draft.help) {
      shell.say(help());
      return ExitCode.OK;
    }
    var file = operands.isEmpty() ? "." : operands.getFirst();
    try {
      return MockService.run(Path.of(file), draft, shell);
    } catch (InvalidPathException e) {
      return EchoRun.refuse(new Misuse("'" + file + "' is no path", "a file or a folder"), shell);
    }
  }
}
