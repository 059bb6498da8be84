package parley.interop;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import parley.model.outcome.TestFacts;
import parley.model.outcome.TestOutcome;
import parley.model.value.Value;
import parley.runner.test.TestCase;
import parley.runner.test.TestRun;
import parley.runner.test.TestWatcher;
import parley.workspace.Lookup;
import parley.workspace.Preparation;
import parley.workspace.Workspace;

/** Runs one conversation file as a test. */
final class FileRun {

  private FileRun() {}

  static TestOutcome of(Path file, Map<String, Value> variables) {
    var workspace = workspace(file);
    var options = new TestRun.Options(1, false, 1);
    var test = test(file, workspace, variables);
    return new TestRun(workspace.access(), options, new TestWatcher() {})
        .run(List.of(test))
        .getFirst();
  }

  private static Workspace workspace(Path file) {
    return switch (Workspace.open(file, Map.of())) {
      case Lookup.Found(var workspace) -> workspace;
      case Lookup.Failed(var refusal) -> throw new AssertionError(refusal);
    };
  }

  private static TestCase test(Path file, Workspace workspace, Map<String, Value> variables) {
    return switch (workspace.prepare(file, workspace.given(variables))) {
      case Preparation.Ready(var conversation, var plan, _) ->
          new TestCase(file, conversation.name(), TestFacts.NONE, plan, List.of(Map.of()));
      case Preparation.Wrong(var problems) -> throw new AssertionError(problems);
    };
  }
}
