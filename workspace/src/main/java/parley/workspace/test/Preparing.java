package parley.workspace.test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import parley.workspace.ScriptTexts;
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
   * @param choice of tests and their rows
   */
  public record Asked(Map<String, Value> variables, Choice choice) {
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

  /**
   * Tests that are ready, with what is to be minded when they are run together. What a folder wants
   * done around them is left out where it has problems.
   *
   * @param variables over those of the files
   */
  public static Batch together(
      Workspace workspace, List<TestCase> tests, Map<String, Value> variables) {
    return new Batch(
        workspace,
        null,
        tests,
        new HookPreparing(workspace, workspace.given(variables), tests).all(),
        workspace.surrounding().chains(),
        0,
        new ProblemList(List.of(), workspace.files()));
  }

  /** With what it leaves to those that go on from it. */
  private static TestCase bringing(TestCase test, Workspace workspace) {
    var around = workspace.surrounding();
    return around.chains().stream().anyMatch(chain -> chain.contains(test.file()))
        ? test.bringing(around.brings(test.file()))
        : test;
  }

  private void addAll(List<PlanProblem> found) {
    found.forEach(one -> problems.add(ProblemList.of(one)));
  }

  private Prepared prepare(
      Selection selected, @Nullable String mockUrl, Map<String, Value> variables) {
    var all = new HashMap<>(variables);
    all.putAll(asked.variables());
    var given = workspace.given(all);
    workspace.files().conversationFiles().stream()
        .filter(file -> selected.covers(file) || asked.choice().has(file))
        .forEach(file -> add(file, given));
    var hooks = new HookPreparing(workspace, given, tests);
    problems.addAll(hooks.problems());
    return problems.isEmpty()
        ? new Prepared.Ready(
            new Batch(
                workspace,
                mockUrl,
                tests,
                hooks.all(),
                workspace.surrounding().chains(),
                withoutSteps,
                list(warnings)))
        : new Prepared.Wrong(list(problems));
  }

  private ProblemList list(List<Problem> all) {
    return new ProblemList(all, workspace.files());
  }

  private void add(Path file, Given given) {
    var conversation = workspace.conversation(file);
    if (conversation.isEmpty() && asked.choice().has(file)) {
      prepare(file, given, Table.ONE_EMPTY_ROW);
    } else if (conversation.isEmpty()
        || (conversation.get().steps().isEmpty() && !workspace.hasErrors(file))) {
      withoutSteps++;
    } else if (asked.choice().has(file)) {
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
    ScriptTexts.refusal(file, workspace).ifPresent(problems::add);
    switch (workspace.prepare(file, given.withColumns(table.columns()))) {
      case Preparation.Ready(var conversation, var plan, var warned) -> {
        var all =
            new TestCase(file, conversation.name(), facts(conversation, given), plan, table.rows());
        var chosen = all.hasData() ? all.rows(number -> asked.choice().hasRow(file, number)) : all;
        if (!chosen.rows().isEmpty()) {
          tests.add(bringing(chosen, workspace));
        }
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
