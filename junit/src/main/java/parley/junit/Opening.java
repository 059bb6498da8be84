package parley.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.files.yaml.Layout;
import parley.files.yaml.Value;
import parley.files.yaml.Value.Member;
import parley.report.Redaction;
import parley.runner.hand.HandPlan;
import parley.workspace.ByHand;
import parley.workspace.EnvironmentMocks;
import parley.workspace.Lookup;
import parley.workspace.Preparation;
import parley.workspace.ProblemList;
import parley.workspace.Workspace;

/**
 * What a talk goes by.
 *
 * @param mocksOrNull those that run for it
 */
record Opening(HandPlan plan, Redaction redaction, @Nullable EnvironmentMocks mocksOrNull) {

  /** By a file with nothing but the URL and these. */
  static Opening of(String url, List<Parley.Option> options) {
    try {
      var folder = Files.createTempDirectory("parley");
      var file = folder.resolve("talk.ws.yaml");
      try {
        Files.writeString(file, text(url, options), StandardCharsets.UTF_8);
        return of(workspace(file), file, null);
      } finally {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
      }
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  private static String text(String url, List<Parley.Option> options) {
    var headers = new ArrayList<Value>();
    var subprotocols = new ArrayList<Value>();
    for (var option : options) {
      switch (option) {
        case Parley.Option.Header(var name, var value) ->
            headers.add(
                Value.of(
                    new Member("name", Value.quoted(name)),
                    new Member("value", Value.quoted(value))));
        case Parley.Option.Subprotocol(var name) -> subprotocols.add(Value.quoted(name));
      }
    }
    return Layout.file(
        new Value.Members(
            List.of(
                new Member("url", Value.quoted(url)),
                new Member("headers", new Value.Items(headers)),
                new Member("subprotocols", new Value.Items(subprotocols)))));
  }

  /** By a conversation's file, in the usual environment, whose mock is started. */
  static Opening of(Path conversation) {
    var file = conversation.toAbsolutePath().normalize();
    var workspace = workspace(file).inUsualEnvironment();
    var mocks = new EnvironmentMocks(System.nanoTime());
    try {
      return of(workspace, file, mocks);
    } catch (RuntimeException | Error wrong) {
      mocks.close();
      throw wrong;
    }
  }

  private static Workspace workspace(Path file) {
    return switch (Workspace.open(file, System.getenv())) {
      case Lookup.Found<Workspace>(var workspace) -> workspace;
      case Lookup.Failed<Workspace>(var refusal) ->
          throw new BrokenConversation(refusal.found() + "; expected " + refusal.expected());
    };
  }

  private static Opening of(Workspace workspace, Path file, @Nullable EnvironmentMocks mocks) {
    var variables =
        mocks == null ? Map.<String, parley.model.value.Value>of() : start(workspace, mocks);
    var prepared = ByHand.prepare(file, workspace, variables);
    return switch (prepared.preparation()) {
      case Preparation.Ready(var conversation, var plan, _) ->
          new Opening(
              new HandPlan(
                  file,
                  plan.keepingWhatComes(),
                  prepared.row(),
                  workspace.access(),
                  workspace.scripts()),
              Redaction.of(workspace.secretValues(conversation, variables)),
              mocks);
      case Preparation.Wrong(var problems) -> throw new BrokenConversation(problems.toText());
    };
  }

  private static Map<String, parley.model.value.Value> start(
      Workspace workspace, EnvironmentMocks mocks) {
    return switch (mocks.start(workspace, Map.of())) {
      case EnvironmentMocks.Start.None _ -> Map.of();
      case EnvironmentMocks.Start.Running(_, var variable) -> Map.of("mock", variable);
      case EnvironmentMocks.Start.Wrong(var problems, _) ->
          throw new BrokenConversation(new ProblemList(problems, workspace.files()).toText());
      case EnvironmentMocks.Start.Unavailable(var why) -> throw new BrokenConversation(why);
    };
  }
}
