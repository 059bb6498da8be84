package parley.cli.check;

import java.util.ArrayList;
import java.util.List;
import parley.cli.option.Arguments;
import parley.cli.option.Command;
import parley.cli.option.Help;
import parley.cli.option.Misuse;
import parley.cli.shell.ExitCode;
import parley.cli.shell.Shell;
import parley.workspace.Lookup;
import parley.workspace.Selection;
import parley.workspace.Workspace;

/** Runs {@code parley check}. */
public final class CheckRun {

  private final CheckDraft draft;
  private final Shell shell;

  private CheckRun(CheckDraft draft, Shell shell) {
    this.draft = draft;
    this.shell = shell;
  }

  /** What can be written after its name. */
  public static Command<?> command() {
    return CheckCommand.COMMAND;
  }

  public static String help() {
    return Help.of(CheckCommand.COMMAND, "", ExitCode.section());
  }

  public static ExitCode run(List<String> arguments, Shell shell) {
    var draft = new CheckDraft();
    return switch (Arguments.read(CheckCommand.COMMAND, arguments, draft)) {
      case Arguments.Outcome.Read(var paths) -> new CheckRun(draft, shell).run(paths);
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
    return switch (Selection.of(paths, shell.variables())) {
      case Lookup.Found<List<Selection>>(var selections) -> places(selections);
      case Lookup.Failed<List<Selection>>(var refusal) -> refuse(Misuse.of(refusal), shell);
    };
  }

  private ExitCode places(List<Selection> selections) {
    var places = new ArrayList<Place>();
    for (var one : selections) {
      switch (workspaces(one.workspace())) {
        case Lookup.Found<List<Workspace>>(var all) -> places.add(new Place(one, all));
        case Lookup.Failed<List<Workspace>>(var refusal) -> {
          return refuse(Misuse.of(refusal), shell);
        }
      }
    }
    return draft.explain ? explain(places) : check(places);
  }

  /** The collection in the environment asked for, or in each; as it is when it has none. */
  private Lookup<List<Workspace>> workspaces(Workspace workspace) {
    if (draft.environment != null) {
      return switch (workspace.in(draft.environment)) {
        case Lookup.Found<Workspace>(var one) -> Lookup.found(List.of(one));
        case Lookup.Failed<Workspace>(var refusal) -> new Lookup.Failed<>(refusal);
      };
    }
    var environments = workspace.files().collection().environments();
    return Lookup.found(
        environments.isEmpty()
            ? List.of(workspace)
            : environments.stream().map(workspace::in).toList());
  }

  private ExitCode check(List<Place> places) {
    var findings = Findings.of(places, draft.variables);
    shell.say(draft.json ? findings.toJson() : findings.toText());
    return findings.hasErrors() ? ExitCode.EXPECTATION_FAILED : ExitCode.OK;
  }

  /** What is wrong with the files stands on standard error, beside what could be read. */
  private ExitCode explain(List<Place> places) {
    var explained = Explained.of(places, draft.variables);
    shell.say(draft.json ? explained.toJson() : explained.toText());
    var findings = Findings.of(places, draft.variables);
    if (findings.hasErrors()) {
      shell.complain(findings.toText());
      return ExitCode.EXPECTATION_FAILED;
    }
    return ExitCode.OK;
  }
}
