package parley.cli.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.cli.collection.Preparation;
import parley.cli.collection.ProblemList;
import parley.cli.collection.Selection;
import parley.cli.collection.Workspace;
import parley.cli.data.DataFile;
import parley.cli.data.Table;
import parley.engine.plan.Given;
import parley.engine.plan.PlanProblem;
import parley.files.problem.Problem;
import parley.model.collection.Conversation;
import parley.model.value.Value;
import parley.runner.test.TestCase;

/** Makes the tests of one collection ready, and finds all that keeps them from being run. */
final class Preparing {

  private final Workspace workspace;
  private final RunDraft draft;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();
  private final List<TestCase> tests = new ArrayList<>();
  private int withoutSteps;

  private Preparing(Workspace workspace, RunDraft draft) {
    this.workspace = workspace;
    this.draft = draft;
  }

  /** Starts the mock where one is wanted; {@code mocks} stops it. */
  static Prepared of(Selection selected, RunDraft draft, Mocks mocks) {
    var preparing = new Preparing(selected.workspace(), draft);
    return switch (mocks.start(selected.workspace(), draft.variables)) {
      case Mocks.Start.None _ -> preparing.prepare(selected, null, Map.of());
      case Mocks.Start.Running(var url, var variable) ->
          preparing.prepare(selected, url, Map.of("mock", variable));
      case Mocks.Start.Wrong(var found, var variable) -> {
        preparing.problems.addAll(found);
        yield preparing.prepare(selected, null, Map.of("mock", variable));
      }
      case Mocks.Start.Unavailable(var why) -> new Prepared.NoMock(why);
    };
  }

  private void addAll(List<PlanProblem> found) {
    found.forEach(one -> problems.add(ProblemList.of(one)));
  }

  private Prepared prepare(
      Selection selected, @Nullable String mockUrl, Map<String, Value> variables) {
    var all = new HashMap<>(variables);
    all.putAll(draft.variables);
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
    } else if (draft.wants(conversation.get().tags())) {
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
        tests.add(new TestCase(file, conversation.name(), plan, table.rows()));
        warnings.addAll(warned.all());
      }
      case Preparation.Wrong(var found) -> problems.addAll(found.all());
    }
  }
}
