package parley.cli.guide;

import java.util.List;
import parley.cli.option.Arguments;
import parley.cli.option.Command;
import parley.cli.option.Command.Example;
import parley.cli.option.Command.Section;
import parley.cli.option.Help;
import parley.cli.option.Option;
import parley.cli.shell.ExitCode;
import parley.cli.shell.Shell;

/** Runs {@code parley man}: prints the manual page. */
public final class ManRun {

  private static final Command<Draft> COMMAND =
      new Command<>(
          "man",
          "parley man",
          "Prints the manual page, parley(1), for the program man.",
          0,
          "argument",
          List.of(
              new Section<>(
                  "Options",
                  List.of(
                      Option.of("-h, --help", "Show this help.", (Draft it) -> it.help = true)))),
          List.of(
              new Example("parley man | man -l -", "read it"),
              new Example("parley man > ~/.local/share/man/man1/parley.1", "where man finds it")));

  private ManRun() {}

  private static final class Draft {
    private boolean help;
  }

  /** What can be written after its name. */
  public static Command<?> command() {
    return COMMAND;
  }

  public static String help() {
    return Help.of(COMMAND, "", ExitCode.section());
  }

  public static ExitCode run(List<String> arguments, Shell shell) {
    var draft = new Draft();
    switch (Arguments.read(COMMAND, arguments, draft)) {
      case Arguments.Outcome.Read _ ->
          shell.say(draft.help ? help() : ManualPage.of(new Catalogue()));
      case Arguments.Outcome.Wrong(var misuse) -> {
        shell.complain(misuse.toText());
        return ExitCode.USAGE;
      }
    }
    return ExitCode.OK;
  }
}
