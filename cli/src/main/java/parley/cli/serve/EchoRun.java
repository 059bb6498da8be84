package parley.cli.serve;

import java.util.List;
import parley.cli.option.Arguments;
import parley.cli.option.Command;
import parley.cli.option.Help;
import parley.cli.option.Misuse;
import parley.cli.shell.ExitCode;
import parley.cli.shell.Shell;
import parley.model.connection.WsUrl;

/** Runs {@code parley echo}. */
public final class EchoRun {

  private EchoRun() {}

  /** What can be written after its name. */
  public static Command<?> command() {
    return EchoCommand.COMMAND;
  }

  public static String help() {
    return Help.of(EchoCommand.COMMAND, "", ExitCode.section());
  }

  public static ExitCode run(List<String> arguments, Shell shell) {
    var draft = new EchoDraft();
    return switch (Arguments.read(EchoCommand.COMMAND, arguments, draft)) {
      case Arguments.Outcome.Read(var operands) -> run(draft, operands, shell);
      case Arguments.Outcome.Wrong(var misuse) -> refuse(misuse, shell);
    };
  }

  private static ExitCode run(EchoDraft draft, List<String> operands, Shell shell) {
    if (draft.help) {
      shell.say(help());
      return ExitCode.OK;
    }
    if (operands.isEmpty()) {
      return EchoService.run(draft, shell);
    }
    return switch (WsUrl.parse(operands.getFirst())) {
      case WsUrl.Parsed.Valid(var url, var notices, var _) -> {
        notices.forEach(notice -> shell.complain("* " + notice + "\n"));
        yield EchoClient.run(draft, url, shell);
      }
      case WsUrl.Parsed.Invalid(var problem) ->
          refuse(Misuse.of(problem, "a URL, for example: ws://localhost:9001/chat"), shell);
    };
  }

  static ExitCode refuse(Misuse misuse, Shell shell) {
    shell.complain(misuse.toText());
    return ExitCode.USAGE;
  }
}
