package parley.cli.connect;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import parley.cli.hand.FileChannel;
import parley.cli.hand.HandFile;
import parley.cli.hand.Opening;
import parley.cli.hand.Opening.Opened;
import parley.cli.option.Misuse;
import parley.cli.option.Spelling;
import parley.cli.prompt.Prompt;
import parley.cli.shell.ExitCode;
import parley.cli.shell.Shell;
import parley.cli.talk.Driver;
import parley.cli.talk.TalkPlan;
import parley.transport.connect.Connector;
import parley.workspace.Lookup;

/** Talks by a conversation file. */
final class FileRun {

  private FileRun() {}

  /** Whether an operand is meant as a file: one that is there, or a name as files have it. */
  static boolean isFile(String operand) {
    if (operand.endsWith(".yaml") || operand.endsWith(".yml")) {
      return !operand.contains("://");
    }
    try {
      return Files.exists(Path.of(operand));
    } catch (InvalidPathException noPath) {
      return false;
    }
  }

  static ExitCode run(Draft draft, String operand, boolean byHand, Shell shell) {
    var stranger = UrlOnly.of(draft);
    if (stranger.isPresent()) {
      return ConnectRun.refuse(misuse(stranger.get(), operand), shell);
    }
    return switch (Planner.talk(draft, shell)) {
      case Lookup.Failed<TalkPlan>(var refusal) -> ConnectRun.refuse(Misuse.of(refusal), shell);
      case Lookup.Found<TalkPlan>(var plan) -> open(draft, Path.of(operand), plan, byHand, shell);
    };
  }

  private static Misuse misuse(UrlOnly.Given given, String file) {
    return new Misuse(
        given.option() + " does not go with the file '" + file + "'",
        given.key().isEmpty()
            ? "a URL with it"
            : "the key `" + given.key() + "` in the file, or a URL with the option");
  }

  private static ExitCode open(Draft draft, Path path, TalkPlan plan, boolean byHand, Shell shell) {
    try (var opening = new Opening(path, draft.file.variables, draft.file.allowScripts, shell)) {
      var environment = draft.file.environment;
      return switch (environment == null ? opening.open() : opening.open(environment)) {
        case Opened.Wrong(var misuse) -> ConnectRun.refuse(misuse, shell);
        case Opened.Problems(var text) -> {
          shell.complain(text);
          yield ExitCode.USAGE;
        }
        case Opened.Ready(var file) ->
            switch (connections(draft.file.connections, file)) {
              case Lookup.Failed<List<String>>(var refusal) ->
                  ConnectRun.refuse(Misuse.of(refusal), shell);
              case Lookup.Found<List<String>>(var names) ->
                  talk(plan, file, opening, names, byHand, shell);
            };
      };
    }
  }

  private static Lookup<List<String>> connections(List<String> wanted, HandFile file) {
    var known = file.connections();
    var names = new ArrayList<String>();
    for (var name : wanted) {
      var connection = name.equals("main") && !known.contains(name) ? "" : name;
      if (!known.contains(connection)) {
        var all = known.stream().map(one -> one.isEmpty() ? "main" : one).toList();
        return new Misuse(
                "the file has no connection '" + name + "'",
                "one of: " + String.join(", ", all),
                Spelling.nearest(name, all).map(near -> "Did you mean " + near + "?").orElse(null))
            .toLookup();
      }
      names.add(connection);
    }
    return Lookup.found(names);
  }

  private static ExitCode talk(
      TalkPlan plan,
      HandFile file,
      Opening opening,
      List<String> connections,
      boolean byHand,
      Shell shell) {
    try (var connector = new Connector(shell.surroundings())) {
      if (byHand) {
        return Prompt.run(plan, file, opening, connections, connector, shell);
      }
      var connection = (connections.isEmpty() ? file.used() : connections).getFirst();
      var view = plan.view();
      shell.complain(file.warnings());
      try (var channel = new FileChannel(file, connection, connector, view.frames())) {
        return Driver.run(plan, List.of(), channel, shell);
      }
    }
  }
}
