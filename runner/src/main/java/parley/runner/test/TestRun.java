package parley.runner.test;

import java.util.List;
import parley.engine.plan.FileAccess;
import parley.model.outcome.TestOutcome;

/** Runs tests, several at a time. */
public final class TestRun {

  /**
   * How to run them.
   *
   * @param jobs how many at a time, 1 or more
   * @param failFast whether the first bad one ends the rest
   * @param seed for random values; each run derives its own from it
   */
  public record Options(int jobs, boolean failFast, long seed) {}

  public TestRun(FileAccess files, Options options, TestWatcher watcher) {}

  /** Runs them all and waits; the outcomes stand in the order of the tests. Blocks. */
  public List<TestOutcome> run(List<TestCase> tests) {
    return List.of();
  }

  /** From any thread: what runs is cut short and told so, what waits is not begun. */
  public void cancel(String why) {}
}
