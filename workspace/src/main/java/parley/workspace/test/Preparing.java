package parley.workspace.test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import parley.engine.plan.Given;
import parley.engine.plan.PlanProblem;
import parley.files.problem.Problem;
import parley.model.collection.Conversation;
import parley.model.collection.Environment;
import parley.model.outcome.TestFacts;
import parley.model.value.Value;
import parley.runner.test.TestCase;
import parley.workspace.EnvironmentMocks;
import parley.workspace.Preparation;
import parley.workspace.ProblemList;
import parley.workspace.Selection;
import parley.workspace.Workspace;
import parley.workspace.data.DataFile;
import parley.workspace.data.Table;

/** Makes the tests of one collection ready, and finds all that keeps them from being run. */
public final class Preparing {

  private final Workspace workspace;
  private final Asked asked;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();
  private final List<TestCase> tests = new ArrayList<>();
  private int withoutSteps;

  /**
   * Which of them to run, and how.
   *
   * @param variables over those of the files
   * @param wanted whether a conversation with these tags is meant
   */
  public record Asked(Map<String, Value> variables, Predicate<List<String>> wanted) {
    public Asked {
      variables = Map.copyOf(variables);
    }
  }

  private Preparing(Workspace workspace, Asked asked) {
    this.workspace = workspace;
    this.asked = asked;
  }

  /** Starts the mock where one is wanted; {@code mocks} stops it. */
  public static Prepared of(Selection selected, Asked asked, EnvironmentMocks mocks) {
    var preparing = new Preparing(selected.workspace(), asked);
    return switch (mocks.start(selected.workspace(), asked.variables())) {
      case EnvironmentMocks.Start.None _ -> preparing.prepare(selected, null, Map.of());
      case EnvironmentMocks.Start.Running(var url, var variable) ->
          preparing.prepare(selected, url, Map.of("mock", variable));
      case EnvironmentMocks.Start.Wrong(var found, var variable) -> {
        preparing.problems.addAll(found);
        yield preparing.prepare(selected, null, Map.of("mock", variable));
      }
      case EnvironmentMocks.Start.Unavailable(var why) -> new Prepared.NoMock(why);
    };
  }

  /** The same with the mock that runs already, if one is wanted; {@code asked} knows it. */
  public static Prepared of(Selection selected, Asked asked) {
    return new Preparing(selected.workspace(), asked).prepare(selected, null, Map.of());
  }

  private void addAll(List<PlanProblem> found) {
    found.forEach(one -> problems.add(ProblemList.of(one)));
  }

  private Prepared prepare(
      Selection selected, @Nullable String mockUrl, Map<String, Value> variables) {
    var all = new HashMap<>(variables);
    all.putAll(asked.variables());
    var given = workspace.given(all);
    selected.conversations().forEach(file -> add(file, given));
    return problems.isEmpty()
        ? new Prepared.Ready(new Batch(workspace, mockUrl, tests, withoutSteps, list(warnings)))
        : new Prepared.Wrong(list(problems));
  }

  private ProblemList list(List<Problem> all) {
    return new ProblemList(all, workspace.files());
  }

  private void add(Path file, Given given) {
    var conversation = workspace.conversation(file);
    if (conversation.isEmpty()) {
      prepare(file, given, Table.ONE_EMPTY_ROW);
    } else if (conversation.get().steps().isEmpty()) {
      withoutSteps++;
    } else if (asked.wanted().test(conversation.get().tags())) {
      add(conversation.get(), given);
    }
  }

  private void add(Conversation conversation, Given given) {
    if (conversation.data().isEmpty()) {
      prepare(conversation.file(), given, Table.ONE_EMPTY_ROW);
      return;
    }
    switch (DataFile.read(conversation.data().get(), workspace.access())) {
      case DataFile.Outcome.Read(var table) -> prepare(conversation.file(), given, table);
      case DataFile.Outcome.Wrong(var found) -> addAll(found);
    }
  }

  private void prepare(Path file, Given given, Table table) {
    var withColumns =
        new Given(given.secrets(), given.environment(), given.variables(), table.columns());
    switch (workspace.prepare(file, withColumns)) {
      case Preparation.Ready(var conversation, var plan, var warned) -> {
        tests.add(
            new TestCase(
                file, conversation.name(), facts(conversation, given), plan, table.rows()));
        warnings.addAll(warned.all());
      }
      case Preparation.Wrong(var found) -> problems.addAll(found.all());
    }
  }

  private TestFacts facts(Conversation conversation, Given given) {
    return new TestFacts(
        workspace.files().collection().top().name(),
        workspace.environment().map(Environment::name).orElse(null),
        mockUrl(given),
        conversation.docs(),
        conversation.tags());
  }

  private static @Nullable String mockUrl(Given given) {
    return given.variables().get("mock") instanceof Value.Fields(var all)
            && all.get("url") instanceof Value.Text(var url)
        ? url
        : null;
  }
}
