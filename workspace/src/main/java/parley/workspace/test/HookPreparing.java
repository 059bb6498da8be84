package parley.workspace.test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.engine.plan.Given;
import parley.files.collection.FolderHook;
import parley.files.problem.Problem;
import parley.model.outcome.TestFacts;
import parley.runner.test.FolderHooks;
import parley.runner.test.TestCase;
import parley.workspace.Preparation;
import parley.workspace.ScriptTexts;
import parley.workspace.Workspace;

/** Makes ready what folders want done once around the tests that are to be run. */
final class HookPreparing {

  private final Workspace workspace;
  private final Given given;
  private final List<FolderHooks> all = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  HookPreparing(Workspace workspace, Given given, List<TestCase> tests) {
    this.workspace = workspace;
    this.given = given;
    for (var layer : workspace.surrounding().layers()) {
      var folder = layer.resolveSibling("");
      if (tests.stream().anyMatch(test -> test.file().startsWith(folder))) {
        var before =
            hook(layer, FolderHook.BEFORE_ALL)
                .map(one -> one.bringing(workspace.surrounding().bringsBefore(layer)));
        var after = hook(layer, FolderHook.AFTER_ALL);
        all.add(new FolderHooks(folder, before.orElse(null), after.orElse(null)));
      }
    }
  }

  private Optional<TestCase> hook(Path layer, FolderHook hook) {
    return workspace
        .prepare(layer, hook, given)
        .flatMap(prepared ->
            switch (prepared) {
              case Preparation.Ready(var conversation, var plan, _) -> {
                ScriptTexts.refusal(conversation, workspace).ifPresent(problems::add);
                yield Optional.of(
                    new TestCase(
                        layer,
                        hook.key().replace('-', ' ') + " · " + place(layer),
                        new TestFacts(
                            workspace.files().collection().top().name(),
                            workspace.environment().map(one -> one.name()).orElse(null),
                            null,
                            conversation.docs(),
                            conversation.tags()),
                        plan,
                        List.of(Map.of())));
              }
              case Preparation.Wrong(var found) -> {
                problems.addAll(found.all());
                yield Optional.empty();
              }
            });
  }

  private static String place(Path layer) {
    var folder = layer.resolveSibling("").getFileName();
    return folder == null
        ? String.valueOf(layer.getFileName())
        : folder + "/" + layer.getFileName();
  }

  List<FolderHooks> all() {
    return all;
  }

  List<Problem> problems() {
    return problems;
  }
}
