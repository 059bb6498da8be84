package parley.workspace.test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import parley.runner.test.FolderHooks;
import parley.runner.test.TestCase;
import parley.runner.test.TestList;
import parley.workspace.ProblemList;
import parley.workspace.Workspace;

/**
 * The tests of one collection, ready to be run.
 *
 * @param mockUrlOrNull where the mock listens that the environment wants
 * @param hooks of the folders around the tests
 * @param chains files that are run one after the other
 * @param withoutSteps how many conversations are no tests
 */
public record Batch(
    Workspace workspace,
    @Nullable String mockUrlOrNull,
    List<TestCase> tests,
    List<FolderHooks> hooks,
    List<List<Path>> chains,
    int withoutSteps,
    ProblemList warnings) {

  public Batch {
    tests = List.copyOf(tests);
    hooks = List.copyOf(hooks);
    chains = chains.stream().map(List::copyOf).toList();
  }

  /** The tests and what is to be minded, as they are run. */
  TestList list() {
    return new TestList(tests, hooks, chains);
  }

  /** The same in an order that is left to chance, and the same for the same seed. */
  public Batch shuffled(long seed) {
    return new Batch(
        workspace, mockUrlOrNull, shuffled(tests, seed), hooks, chains, withoutSteps, warnings);
  }

  /** What stands for the tests of a collection, one for each, in that order. */
  public static <T> List<T> shuffled(List<T> tests, long seed) {
    var all = new ArrayList<>(tests);
    Collections.shuffle(all, new Random(seed));
    return all;
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
