package parley.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.engine.plan.Planning;
import parley.files.problem.Problem;
import parley.files.problem.Severity;
import parley.mock.plan.MockPlan;
import parley.mock.plan.MockPlanner;
import parley.mock.server.MockServer;
import parley.mock.server.MockWatcher;
import parley.model.collection.Environment;
import parley.model.collection.Mock;
import parley.model.value.Value;

/**
 * The mocks that environments want, each started once and running until this is closed: the one
 * place where they are started. For one thread.
 */
public final class EnvironmentMocks implements AutoCloseable {

  /** Stands in for the address of a mock that does not listen. */
  private static final Value NOWHERE = Workspace.mockVariable(false, "127.0.0.1", 1);

  /** What starting a mock came to. */
  public sealed interface Start {

    /** The environment wants none. */
    record None() implements Start {}

    /** It listens; {@code variable} is what conversations know of it. */
    record Running(String url, Value variable) implements Start {}

    /** It cannot be run; {@code variable} stands in, so that conversations can be looked at. */
    record Wrong(List<Problem> problems, Value variable) implements Start {
      public Wrong {
        problems = List.copyOf(problems);
      }
    }

    /** Its address cannot be had. */
    record Unavailable(String why) implements Start {}
  }

  /** Whose mock it is. */
  private record Key(Path root, String environment) {}

  /** A mock that listens. */
  private record Server(MockPlan plan, MockServer server) {}

  private final long seed;
  private final Map<Key, Server> servers = new HashMap<>();

  /** With the seed of their random values. */
  public EnvironmentMocks(long seed) {
    this.seed = seed;
  }

  /**
   * Starts the mock of the workspace's environment. One that runs already goes on as its file is
   * now, at the same address unless the file asks for another one.
   */
  public Start start(Workspace workspace, Map<String, Value> variables) {
    var wanted = workspace.environment().flatMap(Environment::mock).isPresent();
    var problems = wanted ? problems(workspace) : List.<Problem>of();
    if (!problems.isEmpty()) {
      return new Start.Wrong(problems, NOWHERE);
    }
    return workspace
        .mock()
        .map(mock -> start(mock, workspace, variables))
        .orElseGet(Start.None::new);
  }

  /** Of the mock's file; of all mocks' when it could not be read. */
  private static List<Problem> problems(Workspace workspace) {
    var files =
        workspace.mock().map(mock -> List.of(mock.file())).orElse(workspace.files().mockFiles());
    return workspace.problems().all().stream()
        .filter(one -> one.severity() == Severity.ERROR && files.contains(one.at().file()))
        .toList();
  }

  private Start start(Mock mock, Workspace workspace, Map<String, Value> variables) {
    var planner = new MockPlanner(workspace.access());
    return switch (planner.plan(mock, workspace.given(variables))) {
      case Planning.Planned<MockPlan>(var plan) -> serve(mock, plan, workspace);
      case Planning.Wrong<MockPlan>(var problems) ->
          new Start.Wrong(problems.stream().map(ProblemList::of).toList(), NOWHERE);
    };
  }

  private Start serve(Mock mock, MockPlan plan, Workspace workspace) {
    var key = key(workspace);
    var already = servers.get(key);
    if (already != null && already.plan().listensLike(plan)) {
      already.server().reload(plan);
      return running(already.server());
    }
    stop(key, already);
    return listen(key, mock, plan, workspace);
  }

  private static Key key(Workspace workspace) {
    return new Key(workspace.root(), workspace.environment().map(Environment::name).orElse(""));
  }

  private void stop(Key key, @Nullable Server already) {
    if (already != null) {
      servers.remove(key);
      already.server().close();
    }
  }

  private Start listen(Key key, Mock mock, MockPlan plan, Workspace workspace) {
    try {
      var server = MockServer.start(plan, workspace.access(), MockWatcher.NONE, seed);
      servers.put(key, new Server(plan, server));
      return running(server);
    } catch (IOException taken) {
      return new Start.Unavailable(
          "the mock %s cannot listen on %s:%d: %s\n        `listen: { port: 0 }` takes a free port"
              .formatted(
                  Places.shown(mock.file()),
                  mock.listen().host(),
                  mock.listen().port(),
                  taken.getMessage()));
    }
  }

  private static Start running(MockServer server) {
    var address = server.address().getAddress();
    var host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
    var secure = server.certificatePem().isPresent();
    return new Start.Running(server.url(), Workspace.mockVariable(secure, host, server.port()));
  }

  /** Where the mock of the workspace's environment listens, if it runs. */
  public Optional<String> url(Workspace workspace) {
    return Optional.ofNullable(servers.get(key(workspace))).map(one -> one.server().url());
  }

  /** Stops the mock of the workspace's environment, if it runs. */
  public void stop(Workspace workspace) {
    var key = key(workspace);
    stop(key, servers.get(key));
  }

  @Override
  public void close() {
    servers.values().forEach(one -> one.server().close());
    servers.clear();
  }
}
