package parley.cli.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import parley.cli.collection.ProblemList;
import parley.cli.collection.RunningMock;
import parley.cli.collection.Workspace;
import parley.engine.plan.Planning;
import parley.files.problem.Problem;
import parley.files.problem.Severity;
import parley.mock.plan.MockPlan;
import parley.mock.plan.MockPlanner;
import parley.mock.server.MockServer;
import parley.model.collection.Environment;
import parley.model.collection.Mock;
import parley.model.value.Value;

/** The mocks that environments want, as long as their tests run. */
final class Mocks implements AutoCloseable {

  /** Stands in for the address of a mock that does not listen. */
  private static final Value NOWHERE = Workspace.mockVariable(false, "127.0.0.1", 1);

  /** What starting a mock came to. */
  sealed interface Start {

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

  private final long seed;
  private final List<MockServer> servers = new ArrayList<>();

  /** With the seed of the run. */
  Mocks(long seed) {
    this.seed = seed;
  }

  /** Starts the mock of the workspace's environment. */
  Start start(Workspace workspace, Map<String, Value> variables) {
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
      case Planning.Planned<MockPlan>(var plan) -> start(mock, plan, workspace);
      case Planning.Wrong<MockPlan>(var problems) ->
          new Start.Wrong(problems.stream().map(ProblemList::of).toList(), NOWHERE);
    };
  }

  private Start start(Mock mock, MockPlan plan, Workspace workspace) {
    return switch (RunningMock.start(mock, plan, workspace, seed)) {
      case RunningMock.Listening(var server, var variable) -> {
        servers.add(server);
        yield new Start.Running(server.url(), variable);
      }
      case RunningMock.Unavailable(var why) -> new Start.Unavailable(why);
    };
  }

  @Override
  public void close() {
    servers.forEach(MockServer::close);
  }
}
