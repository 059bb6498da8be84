package parley.cli.connect;

import java.time.InstantSource;
import java.util.List;
import parley.cli.option.Arguments;
import parley.cli.option.Command;
import parley.cli.option.Help;
import parley.cli.option.Misuse;
import parley.cli.prompt.Prompt;
import parley.cli.shell.ExitCode;
import parley.cli.shell.Shell;
import parley.cli.shell.Version;
import parley.cli.talk.DirectChannel;
import parley.cli.talk.Driver;
import parley.transport.connect.Connector;
import parley.transport.connect.Cookies;

/** Runs {@code parley connect}: by hand on a terminal, as a filter otherwise. */
public final class ConnectRun {

  private ConnectRun() {}

  /** What can be written after its name. */
  public static Command<?> command() {
    return ConnectCommand.COMMAND;
  }

  public static String help() {
    return help("");
  }

  /** The help with {@code head} after the synopsis. */
  public static String help(String head) {
    return Help.of(ConnectCommand.COMMAND, head, ExitCode.section());
  }

  public static ExitCode run(List<String> arguments, Shell shell) {
    var draft = new Draft();
    return switch (Arguments.read(ConnectCommand.COMMAND, arguments, draft)) {
      case Arguments.Outcome.Read(var operands) -> run(draft, operands, shell);
      case Arguments.Outcome.Wrong(var misuse) -> refuse(misuse, shell);
    };
  }

  private static ExitCode run(Draft draft, List<String> operands, Shell shell) {
    if (draft.help) {
      return show(help(), shell);
    }
    if (draft.version) {
      return show(Version.LINE, shell);
    }
    if (operands.isEmpty()) {
      return refuse(
          new Misuse(
              "there is no URL",
              "one, or a conversation file, for example: parley ws://localhost:9001"),
          shell);
    }
    var operand = operands.getFirst();
    return FileRun.isFile(operand)
        ? FileRun.run(draft, operand, isByHand(draft, shell), shell)
        : url(draft, operand, shell);
  }

  private static ExitCode url(Draft draft, String url, Shell shell) {
    if (draft.file.given().isPresent()) {
      return refuse(
          new Misuse(
              draft.file.given().get() + " was given with '" + url + "', which is no file",
              "a conversation file, such as orders/subscribe.ws.yaml"),
          shell);
    }
    return switch (Planner.plan(draft, url, shell)) {
      case Planner.Outcome.Planned planned -> run(planned, isByHand(draft, shell), shell);
      case Planner.Outcome.Wrong(var misuse) -> refuse(misuse, shell);
    };
  }

  /** Someone sits there, and has not said on the command line all that is to be said. */
  private static boolean isByHand(Draft draft, Shell shell) {
    return shell.terminals().in()
        && shell.terminals().out()
        && draft.said.data.isEmpty()
        && draft.waits.count == 0
        && draft.waits.expect == null
        && !draft.shown.json;
  }

  private static ExitCode run(Planner.Outcome.Planned planned, boolean byHand, Shell shell) {
    var plan = planned.plan();
    var cookies = new Cookies(InstantSource.system());
    cookies.add(planned.cookies());
    try (var connector = new Connector(shell.surroundings())) {
      return byHand
          ? Prompt.run(plan, planned.connect(), planned.notices(), connector, cookies, shell)
          : Driver.run(
              plan,
              planned.notices(),
              new DirectChannel(connector, planned.connect(), cookies, plan.view()),
              shell);
    }
  }

  static ExitCode refuse(Misuse misuse, Shell shell) {
    shell.complain(misuse.toText());
    return ExitCode.USAGE;
  }

  private static ExitCode show(String text, Shell shell) {
    shell.say(text);
    return ExitCode.OK;
  }
}
