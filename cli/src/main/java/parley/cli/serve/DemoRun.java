package parley.cli.serve;

import java.io.IOException;
import java.util.List;
import parley.cli.option.Arguments;
import parley.cli.option.Command;
import parley.cli.option.Command.Example;
import parley.cli.option.Command.Section;
import parley.cli.option.Help;
import parley.cli.option.Option;
import parley.cli.shell.ExitCode;
import parley.cli.shell.Shell;
import parley.mock.server.EchoServer;
import parley.mock.server.EchoSpec;
import parley.report.Palette;
import parley.transport.connect.Connector;
import parley.transport.listen.ListenSpec;

/** Runs {@code parley demo}. */
public final class DemoRun {

  private static final class Draft {
    boolean help;
  }

  private static final Command<Draft> COMMAND =
      new Command<>(
          "demo",
          "parley demo",
          "Starts an echo server on this machine, talks to it, and shows all that happens.",
          0,
          "",
          List.of(
              new Section<>(
                  "Options",
                  List.of(Option.of("-h, --help", "Show this help.", draft -> draft.help = true)))),
          List.of(new Example("parley demo", "needs no network, takes a second")));

  private DemoRun() {}

  /** What can be written after its name. */
  public static Command<?> command() {
    return COMMAND;
  }

  public static String help() {
    return Help.of(COMMAND, "", ExitCode.section());
  }

  public static ExitCode run(List<String> arguments, Shell shell) {
    var draft = new Draft();
    return switch (Arguments.read(COMMAND, arguments, draft)) {
      case Arguments.Outcome.Read _ -> draft.help ? showHelp(shell) : demonstrate(shell);
      case Arguments.Outcome.Wrong(var misuse) -> EchoRun.refuse(misuse, shell);
    };
  }

  private static ExitCode showHelp(Shell shell) {
    shell.say(help());
    return ExitCode.OK;
  }

  private static ExitCode demonstrate(Shell shell) {
    var colored = shell.terminals().out() && shell.likesColor();
    try (var server = EchoServer.open(EchoSpec.of(ListenSpec.local().build()));
        var connector = new Connector()) {
      var palette = colored ? Palette.COLORED : Palette.PLAIN;
      return new Demonstration(server.url(), connector, palette, shell::say).run();
    } catch (IOException unavailable) {
      shell.complain("parley: cannot listen on this machine: " + unavailable.getMessage() + "\n");
      return ExitCode.CANNOT_CONNECT;
    }
  }
}
