package parley.cli.hand;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import parley.cli.option.Misuse;
import parley.cli.shell.Shell;
import parley.cli.trust.Permission;
import parley.model.value.Value;
import parley.workspace.ByHand;
import parley.workspace.EnvironmentMocks;
import parley.workspace.Lookup;
import parley.workspace.Places;
import parley.workspace.Preparation;
import parley.workspace.ProblemList;
import parley.workspace.ScriptTexts;
import parley.workspace.Workspace;
import parley.workspace.script.ScriptPermission;

/**
 * Opens a conversation file to be talked by, as often as it is asked to; the mock of each
 * environment is started once and goes on until this is closed. For one thread.
 */
public final class Opening implements AutoCloseable {

  private final Path path;
  private final Map<String, Value> variables;
  private final ScriptPermission permission;
  private final Shell shell;
  private final EnvironmentMocks mocks = new EnvironmentMocks(new SplittableRandom().nextLong());

  /**
   * Of a file with the variables of {@code --var}.
   *
   * @param path as the command line has it
   */
  public Opening(Path path, Map<String, Value> variables, Shell shell) {
    this(path, variables, false, shell);
  }

  /** The same, with all scripts allowed or only those that the user trusts. */
  public Opening(Path path, Map<String, Value> variables, boolean allowScripts, Shell shell) {
    this.path = path;
    permission = Permission.of(shell, allowScripts);
    this.variables = Map.copyOf(variables);
    this.shell = shell;
  }

  /** What opening came to. */
  public sealed interface Opened {

    /** It can be talked by. */
    record Ready(HandFile file) implements Opened {}

    /** It is something else than was asked for. */
    record Wrong(Misuse misuse) implements Opened {}

    /** All that is wrong with it, as lines. */
    record Problems(String text) implements Opened {}
  }

  /** Reads everything anew, in the usual environment if there is one. */
  public Opened open() {
    return switch (Workspace.open(path, shell.variables())) {
      case Lookup.Found<Workspace>(var workspace) -> open(workspace.inUsualEnvironment());
      case Lookup.Failed<Workspace>(var refusal) -> new Opened.Wrong(Misuse.of(refusal));
    };
  }

  /** The same in an environment. */
  public Opened open(String environment) {
    return switch (Workspace.open(path, shell.variables())) {
      case Lookup.Found<Workspace>(var workspace) ->
          switch (workspace.in(environment)) {
            case Lookup.Found<Workspace>(var there) -> open(there);
            case Lookup.Failed<Workspace>(var refusal) -> new Opened.Wrong(Misuse.of(refusal));
          };
      case Lookup.Failed<Workspace>(var refusal) -> new Opened.Wrong(Misuse.of(refusal));
    };
  }

  private Opened open(Workspace untrusted) {
    var workspace = permission.grant(untrusted);
    var whole = path.toAbsolutePath().normalize();
    if (!workspace.files().conversationFiles().contains(whole)) {
      return new Opened.Wrong(notAConversation(workspace, whole));
    }
    var refusal = ScriptTexts.refusal(whole, workspace);
    if (refusal.isPresent()) {
      return new Opened.Problems(
          new ProblemList(List.of(refusal.get()), workspace.files()).toText());
    }
    var all = new HashMap<String, Value>(variables);
    switch (mocks.start(workspace, variables)) {
      case EnvironmentMocks.Start.None _ -> {}
      case EnvironmentMocks.Start.Running(var _, var mock) -> all.putIfAbsent("mock", mock);
      case EnvironmentMocks.Start.Wrong(var problems, var nowhere) -> {
        all.putIfAbsent("mock", nowhere);
        var own = ByHand.prepare(whole, workspace, all).preparation().problems();
        return new Opened.Problems(own.with(problems).toText());
      }
      case EnvironmentMocks.Start.Unavailable(var why) -> {
        return new Opened.Wrong(new Misuse(why, "`listen: { port: 0 }`, which takes a free port"));
      }
    }
    return prepare(workspace, whole, all);
  }

  private static Opened prepare(Workspace workspace, Path whole, Map<String, Value> all) {
    var byHand = ByHand.prepare(whole, workspace, all);
    return switch (byHand.preparation()) {
      case Preparation.Ready ready ->
          new Opened.Ready(
              new HandFile(whole, workspace, ready, workspace.secretValues(), byHand.row()));
      case Preparation.Wrong(var problems) -> new Opened.Problems(problems.toText());
    };
  }

  private static Misuse notAConversation(Workspace workspace, Path whole) {
    var shown = Places.shown(whole);
    if (Files.isDirectory(whole)) {
      return new Misuse(
          "'" + shown + "' is a folder",
          "a conversation in it, such as " + example(workspace, whole),
          "'parley run "
              + shown
              + "' runs all of them as tests"
              + (shown.getNameCount() > 1 ? "" : "; a host of that name is ws://" + shown));
    }
    if (workspace.files().mockFiles().contains(whole)) {
      return new Misuse(
          "'" + shown + "' is a mock, the other side of a conversation",
          "a conversation, a file whose name ends in .ws.yaml",
          "'parley mock " + shown + "' serves it");
    }
    for (var environment : workspace.files().collection().environments()) {
      if (environment.file().equals(whole)) {
        return new Misuse(
            "'" + shown + "' is an environment, and no conversation",
            "a file whose name ends in .ws.yaml",
            "'parley --env " + environment.name() + " FILE' talks in it");
      }
    }
    return new Misuse(
        "'" + shown + "' is no conversation",
        "a file whose name ends in .ws.yaml, or a URL such as ws://localhost:9001",
        "'parley check " + shown + "' says what a file of a collection is");
  }

  private static String example(Workspace workspace, Path folder) {
    return workspace.files().conversationFiles().stream()
        .filter(one -> one.startsWith(folder))
        .findFirst()
        .map(one -> Places.shown(one).toString())
        .orElse("NAME.ws.yaml");
  }

  /** The URL of the mock that runs for the environment of a file. */
  public Optional<String> mockUrl(HandFile file) {
    return mocks.url(file.workspace());
  }

  @Override
  public void close() {
    mocks.close();
  }
}
