package parley.cli.check;

import java.util.List;
import parley.cli.option.Command;
import parley.cli.option.Command.Example;
import parley.cli.option.Command.Section;
import parley.cli.option.Option;
import parley.cli.option.Values;
import parley.cli.option.VarArgument;

/** The options of {@code parley check}. */
final class CheckCommand {

  static final Command<CheckDraft> COMMAND =
      new Command<>(
          "check",
          "parley check [OPTIONS] [PATH...]",
          "Says all that is wrong with the files of collections; connects to nothing.",
          Integer.MAX_VALUE,
          "PATH",
          List.of(
              new Section<>(
                  "Options",
                  List.of(
                      Option.of(
                          "-e, --env",
                          "NAME",
                          "Check in this environment; in each one by default.",
                          Values::environment,
                          (CheckDraft draft, String name) -> draft.environment = name),
                      Option.of(
                          "--var",
                          "NAME=VALUE",
                          "Set a variable; may be repeated.",
                          VarArgument::parse,
                          (draft, one) -> draft.variables.put(one.name(), one.value())),
                      Option.of(
                          "--explain",
                          "Show each value that holds for the conversations, and the file and line"
                              + " it comes from. Secrets are hidden.",
                          draft -> draft.explain = true),
                      Option.of(
                          "--json", "Write JSON for other programs.", draft -> draft.json = true),
                      Option.of("-h, --help", "Show this help.", draft -> draft.help = true)))),
          List.of(
              new Example("parley check", "all files of this folder and those below"),
              new Example(
                  "parley check --explain --env local orders/subscribe.ws.yaml",
                  "what holds for a conversation, and where it is said")));

  private CheckCommand() {}
}
