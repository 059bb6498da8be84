package parley.cli.hand;

import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import parley.cli.collection.ProblemList;
import parley.cli.collection.RunningMock;
import parley.cli.collection.Workspace;
import parley.engine.plan.Planning;
import parley.mock.plan.MockPlan;
import parley.mock.plan.MockPlanner;
import parley.mock.server.MockServer;
import parley.model.collection.Mock;
import parley.model.value.Value;

/** The mock that an environment wants to be there. */
final class EnvironmentMock {

  /** Stands in for the address of a mock that does not listen. */
  static final Value NOWHERE = Workspace.mockVariable(false, "127.0.0.1", 1);

  private EnvironmentMock() {}

  /** What starting it came to. */
  sealed interface Start {

    /** It listens; {@code variable} is what conversations know of it. */
    record Running(MockServer server, Value variable) implements Start {}

    /** It cannot be served. */
    record Wrong(ProblemList problems) implements Start {}

    /** Its address cannot be had. */
    record Unavailable(String why) implements Start {}
  }

  /** Starts it, or lets the one that runs already go on as the file is now. */
  static Start start(
      Mock mock,
      Workspace workspace,
      Map<String, Value> variables,
      Optional<Start.Running> already) {
    var given = workspace.given(variables);
    return switch (new MockPlanner(workspace.access()).plan(mock, given)) {
      case Planning.Planned<MockPlan>(var plan) -> {
        already.ifPresent(one -> one.server().reload(plan));
        yield already.<Start>map(one -> one).orElseGet(() -> start(mock, plan, workspace));
      }
      case Planning.Wrong<MockPlan>(var problems) ->
          new Start.Wrong(
              new ProblemList(problems.stream().map(ProblemList::of).toList(), workspace.files()));
    };
  }

  private static Start start(Mock mock, MockPlan plan, Workspace workspace) {
    return switch (RunningMock.start(mock, plan, workspace, new SplittableRandom().nextLong())) {
      case RunningMock.Listening(var server, var variable) -> new Start.Running(server, variable);
      case RunningMock.Unavailable(var why) -> new Start.Unavailable(why);
    };
  }
}
