package parley.workspace.test;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.runner.test.TestCase;
import parley.workspace.ProblemList;
import parley.workspace.Workspace;

/**
 * The tests of one collection, ready to be run.
 *
 * @param mockUrlOrNull where the mock listens that the environment wants
 * @param withoutSteps how many conversations are no tests
 */
public record Batch(
    Workspace workspace,
    @Nullable String mockUrlOrNull,
    List<TestCase> tests,
    int withoutSteps,
    ProblemList warnings) {

  public Batch {
    tests = List.copyOf(tests);
  }

  /** Where the mock listens that the environment wants. */
  public Optional<String> mockUrl() {
    return Optional.ofNullable(mockUrlOrNull);
  }

  /** How often tests run in it, once for each row. */
  public int runs() {
    return tests.stream().mapToInt(test -> test.rows().size()).sum();
  }

  /** The name of the collection. */
  public String collection() {
    return workspace.files().collection().top().name();
  }
}
