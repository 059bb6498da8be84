package parley.cli.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.cli.collection.ProblemList;
import parley.cli.collection.Workspace;
import parley.cli.shell.Places;
import parley.model.collection.Environment;
import parley.report.test.TestText;
import parley.runner.test.TestCase;

/**
 * The tests of one collection, ready to be run.
 *
 * @param mockUrlOrNull where the mock listens that the environment wants
 * @param withoutSteps how many conversations are no tests
 */
record Batch(
    Workspace workspace,
    @Nullable String mockUrlOrNull,
    List<TestCase> tests,
    int withoutSteps,
    ProblemList warnings) {

  Batch {
    tests = List.copyOf(tests);
  }

  Optional<String> mockUrl() {
    return Optional.ofNullable(mockUrlOrNull);
  }

  /** How often tests run in it, once for each row. */
  int runs() {
    return tests.stream().mapToInt(test -> test.rows().size()).sum();
  }

  /** The longest title of each test. */
  Stream<String> titles() {
    return tests.stream()
        .map(test ->
            TestText.title(test.name(), test.rows().size() > 1 ? "row " + test.rows().size() : ""));
  }

  String collection() {
    return workspace.files().collection().top().name();
  }

  /** Where its tests run: the environment and the mock, each behind a dot. */
  String circumstances() {
    var text = new StringBuilder();
    workspace
        .environment()
        .map(Environment::name)
        .ifPresent(name -> text.append(" · environment ").append(name));
    mockUrl().ifPresent(url -> text.append(" · mock at ").append(url));
    return text.toString();
  }

  String place() {
    return Places.shown(workspace.root()).toString();
  }
}
