package parley.cli.trust;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import parley.cli.option.Arguments;
import parley.cli.option.Command;
import parley.cli.option.Help;
import parley.cli.option.Misuse;
import parley.cli.shell.ExitCode;
import parley.cli.shell.Shell;
import parley.workspace.Lookup;
import parley.workspace.Places;
import parley.workspace.ProblemList;
import parley.workspace.ScriptText;
import parley.workspace.Workspace;
import parley.workspace.script.SeenScripts;
import parley.workspace.script.Trust;

/** Runs {@code parley trust}. */
public final class TrustRun {

  private final TrustDraft draft;
  private final Shell shell;
  private final Trust trust;

  private TrustRun(TrustDraft draft, Shell shell) {
    this.draft = draft;
    this.shell = shell;
    trust = Permission.trust(shell);
  }

  /** What can be written after its name. */
  public static Command<?> command() {
    return TrustCommand.COMMAND;
  }

  public static String help() {
    return Help.of(TrustCommand.COMMAND, TrustCommand.HEAD, ExitCode.section());
  }

  public static ExitCode run(List<String> arguments, Shell shell) {
    var draft = new TrustDraft();
    return switch (Arguments.read(TrustCommand.COMMAND, arguments, draft)) {
      case Arguments.Outcome.Read(var operands) -> new TrustRun(draft, shell).run(operands);
      case Arguments.Outcome.Wrong(var misuse) -> refuse(misuse, shell);
    };
  }

  private static ExitCode refuse(Misuse misuse, Shell shell) {
    shell.complain(misuse.toText());
    return ExitCode.USAGE;
  }

  private ExitCode run(List<String> operands) {
    if (draft.help) {
      shell.say(help());
      return ExitCode.OK;
    }
    try {
      return draft.list ? list() : of(operands.isEmpty() ? "." : operands.getFirst());
    } catch (IOException unusable) {
      return refuse(
          new Misuse(
              "the folder " + trust.folder() + " cannot be used: " + unusable.getMessage(),
              "a folder that you may read and write"),
          shell);
    }
  }

  private ExitCode list() throws IOException {
    shell.say(trust.all().stream().map(one -> one + "\n").collect(Collectors.joining()));
    return ExitCode.OK;
  }

  private ExitCode of(String folder) throws IOException {
    return switch (Workspace.open(Path.of(folder), shell.variables())) {
      case Lookup.Failed<Workspace>(var refusal) -> refuse(Misuse.of(refusal), shell);
      case Lookup.Found<Workspace>(var workspace) -> of(workspace);
    };
  }

  private ExitCode of(Workspace workspace) throws IOException {
    var place = place(workspace.root());
    var seen = SeenScripts.of(workspace);
    var scripts = seen.all();
    if (draft.revoke) {
      var was = trust.revoke(workspace.root());
      shell.say(
          "The scripts of %s %s.\n"
              .formatted(place, was ? "are allowed no more" : "were not allowed"));
      return ExitCode.OK;
    }
    if (scripts.isEmpty()) {
      shell.say("There are no scripts in %s.\n".formatted(place));
      return ExitCode.OK;
    }
    shell.say(scripts.stream().map(this::shown).collect(Collectors.joining()));
    if (!draft.show) {
      trust.allow(seen);
      shell.say(
          "%s of %s may be done now, until one changes.\n"
              .formatted(ProblemList.counted(scripts.size(), "script"), place));
    }
    return ExitCode.OK;
  }

  /** A folder above is named in full, for {@code ..} reads as if another one was meant. */
  private static Path place(Path root) {
    var shown = Places.shown(root);
    return shown.startsWith("..") ? root.toAbsolutePath().normalize() : shown;
  }

  /** Its place; its text only where that is asked for. */
  private String shown(ScriptText script) {
    var place = Places.shown(script.at()) + (script.file().isEmpty() ? "" : " " + script.file());
    return draft.show ? place + "\n" + script.text().strip().indent(4) + "\n" : place + "\n";
  }
}
