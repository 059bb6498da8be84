package parley.cli.guide;

import java.util.List;
import parley.cli.option.Arguments;
import parley.cli.option.Command;
import parley.cli.option.Command.Example;
import parley.cli.option.Command.Section;
import parley.cli.option.Help;
import parley.cli.option.Misuse;
import parley.cli.option.Option;
import parley.cli.option.Spelling;
import parley.cli.shell.ExitCode;
import parley.cli.shell.Shell;

/** Runs {@code parley completion}: prints a script for a shell. */
public final class CompletionRun {

  static final List<String> SHELLS = List.of("bash", "zsh", "fish");

  private static final Command<Draft> COMMAND =
      new Command<>(
          "completion",
          "parley completion bash|zsh|fish",
          "Prints a script with which a shell completes commands, options and files.",
          1,
          "shell: bash, zsh or fish",
          List.of(
              new Section<>(
                  "Options",
                  List.of(
                      Option.of("-h, --help", "Show this help.", (Draft it) -> it.help = true)))),
          List.of(
              new Example("source <(parley completion bash)", "in ~/.bashrc"),
              new Example(
                  "parley completion zsh > \"${fpath[1]}/_parley\"",
                  "then a new zsh, with compinit"),
              new Example(
                  "parley completion fish > ~/.config/fish/completions/parley.fish",
                  "fish finds it there")));

  private CompletionRun() {}

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
    return switch (Arguments.read(COMMAND, arguments, draft)) {
      case Arguments.Outcome.Read _ when draft.help -> show(help(), shell);
      case Arguments.Outcome.Read(var operands) ->
          print(operands.isEmpty() ? "" : operands.getFirst(), shell);
      case Arguments.Outcome.Wrong(var misuse) -> refuse(misuse, shell);
    };
  }

  private static ExitCode print(String name, Shell shell) {
    return switch (name) {
      case "bash" -> show(BashScript.of(new Catalogue()), shell);
      case "zsh" -> show(ZshScript.of(new Catalogue()), shell);
      case "fish" -> show(FishScript.of(new Catalogue()), shell);
      default ->
          refuse(
              new Misuse(
                  name.isEmpty() ? "there is no shell" : "there is no script for '" + name + "'",
                  "bash, zsh or fish, for example: parley completion bash",
                  Spelling.nearest(name, SHELLS)
                      .map(near -> "Did you mean " + near + "?")
                      .orElse(null)),
              shell);
    };
  }

  private static ExitCode show(String text, Shell shell) {
    shell.say(text);
    return ExitCode.OK;
  }

  private static ExitCode refuse(Misuse misuse, Shell shell) {
    shell.complain(misuse.toText());
    return ExitCode.USAGE;
  }
}
