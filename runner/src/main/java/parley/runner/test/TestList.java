package parley.runner.test;

import java.nio.file.Path;
import java.util.List;

/**
 * Tests that are run together, and what is to be minded.
 *
 * @param tests in the order in which they are begun
 * @param hooks of the folders around them, each once
 * @param chains files that are run one after the other: each goes on from what those before it
 *     brought, and is left out when one of them did not pass; a file stands in one at most
 */
public record TestList(List<TestCase> tests, List<FolderHooks> hooks, List<List<Path>> chains) {

  public TestList {
    tests = List.copyOf(tests);
    hooks = List.copyOf(hooks);
    chains = chains.stream().map(List::copyOf).toList();
  }

  /** Tests that have nothing to do with each other. */
  public static TestList of(List<TestCase> tests) {
    return new TestList(tests, List.of(), List.of());
  }

  /** How often tests are run: once for each row. */
  public int runs() {
    return tests.stream().mapToInt(test -> test.rows().size()).sum();
  }
}
