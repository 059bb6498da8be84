package parley.cli.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import parley.cli.option.Arguments;
import parley.cli.option.Command;
import parley.cli.option.Command.Example;
import parley.cli.option.Command.Section;
import parley.cli.option.Help;
import parley.cli.option.Misuse;
import parley.cli.option.Option;
import parley.cli.shell.ExitCode;
import parley.cli.shell.Shell;
import parley.workspace.Lookup;
import parley.workspace.Places;
import parley.workspace.ProblemList;
import parley.workspace.Selection;

/** Runs {@code parley fmt}. */
public final class FormatRun {

  private static final Command<FormatDraft> COMMAND =
      new Command<>(
          "fmt",
          "parley fmt [OPTIONS] [PATH...]",
          "Lays out the files of collections; what they say stays as it is.",
          Integer.MAX_VALUE,
          "PATH",
          List.of(
              new Section<>(
                  "Options",
                  List.of(
                      Option.of(
                          "--check",
                          "Change nothing; list the files that would change, and end with 1 when"
                              + " there are some.",
                          draft -> draft.check = true),
                      Option.of("-h, --help", "Show this help.", draft -> draft.help = true)))),
          List.of(
              new Example("parley fmt", "all files of this folder and those below"),
              new Example("parley fmt --check orders", "for a build: fails when one is untidy"),
              new Example(
                  "parley fmt - < chat.ws.yaml", "from standard input to standard output")));

  private final FormatDraft draft;
  private final Shell shell;

  private FormatRun(FormatDraft draft, Shell shell) {
    this.draft = draft;
    this.shell = shell;
  }

  /** What can be written after its name. */
  public static Command<?> command() {
    return COMMAND;
  }

  public static String help() {
    return Help.of(COMMAND, "", ExitCode.section());
  }

  public static ExitCode run(List<String> arguments, Shell shell) {
    var draft = new FormatDraft();
    return switch (Arguments.read(COMMAND, arguments, draft)) {
      case Arguments.Outcome.Read(var paths) -> new FormatRun(draft, shell).run(paths);
      case Arguments.Outcome.Wrong(var misuse) -> refuse(misuse, shell);
    };
  }

  private static ExitCode refuse(Misuse misuse, Shell shell) {
    shell.complain(misuse.toText());
    return ExitCode.USAGE;
  }

  private ExitCode run(List<String> paths) {
    if (draft.help) {
      shell.say(help());
      return ExitCode.OK;
    }
    if (paths.equals(List.of("-"))) {
      return standardInput();
    }
    return switch (Selection.of(paths, shell.variables())) {
      case Lookup.Found<List<Selection>>(var selections) -> format(selections);
      case Lookup.Failed<List<Selection>>(var refusal) -> refuse(Misuse.of(refusal), shell);
    };
  }

  private ExitCode standardInput() {
    try {
      var file = Path.of("standard input");
      return switch (LaidOut.of(file, shell.in().readAllBytes())) {
        case LaidOut.Tidy tidy -> {
          shell.say(tidy.text().text());
          yield ExitCode.OK;
        }
        case LaidOut.Unreadable unreadable -> {
          shell.complain(unreadable.toText());
          yield ExitCode.USAGE;
        }
      };
    } catch (IOException e) {
      return refuse(new Misuse("standard input cannot be read", "a file"), shell);
    }
  }

  private ExitCode format(List<Selection> selections) {
    var tally = new Tally();
    selections.forEach(selection -> selection.files().forEach(file -> format(file, tally)));
    shell.say(summary(tally));
    if (tally.failed > 0) {
      return ExitCode.USAGE;
    }
    return draft.check && tally.changed > 0 ? ExitCode.EXPECTATION_FAILED : ExitCode.OK;
  }

  private void format(Path file, Tally tally) {
    tally.files++;
    switch (Layouts.of(file, draft.check)) {
      case Layouts.Outcome.Kept _ -> {
        return;
      }
      case Layouts.Outcome.Changed _ -> {
        tally.changed++;
        shell.say(Places.shown(file) + "\n");
      }
      case Layouts.Outcome.Failed(var text) -> {
        tally.failed++;
        shell.complain(text);
      }
    }
  }

  private String summary(Tally tally) {
    var files = ProblemList.counted(tally.files, "file");
    var failed = tally.failed > 0 ? ", " + tally.failed + " could not be read" : "";
    if (tally.changed == 0) {
      return files + (tally.failed > 0 ? ", nothing changed" : ", all tidy") + failed + "\n";
    }
    return files
        + ", "
        + tally.changed
        + (draft.check ? " would change" : " changed")
        + failed
        + "\n";
  }

  /** How many files there were of each sort. */
  private static final class Tally {
    int files;
    int changed;
    int failed;
  }
}
