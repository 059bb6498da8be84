package parley.workspace.test;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.model.outcome.TestOutcome;
import parley.runner.test.Review;
import parley.runner.test.TestRun;
import parley.runner.test.TestWatcher;

/** Runs the tests of collections, one collection after the other. For one call of {@link #run}. */
public final class BatchRun {

  private final TestRun.Options options;
  private final TestWatcher watcher;
  private final Review review;
  private @Nullable TestRun current;
  private boolean cancelled;

  public BatchRun(TestRun.Options options, TestWatcher watcher) {
    this(options, watcher, Review.NONE);
  }

  /** With a last look at each run, on the thread of the runs. */
  public BatchRun(TestRun.Options options, TestWatcher watcher, Review review) {
    this.options = options;
    this.watcher = watcher;
    this.review = review;
  }

  /**
   * Runs them and waits; the outcomes stand in the order of the tests. Of a collection that was not
   * begun when the run was cancelled, or when it fails fast, there are none. Blocks.
   *
   * @param beginning hears of each collection before its tests begin
   */
  public List<TestOutcome> run(List<Batch> batches, Consumer<Batch> beginning) {
    var outcomes = new ArrayList<TestOutcome>();
    for (var batch : batches) {
      var run =
          new TestRun(
                  batch.workspace().access(), batch.workspace().scripts(), options, watcher, review)
              .within(batch.workspace().surroundings());
      if (!begin(run)) {
        break;
      }
      beginning.accept(batch);
      var ended = run.run(batch.list());
      outcomes.addAll(ended);
      if (options.failFast() && !ended.stream().allMatch(one -> one.result().isGood())) {
        break;
      }
    }
    return outcomes;
  }

  private synchronized boolean begin(TestRun run) {
    current = run;
    return !cancelled;
  }

  /** From any thread: what runs is cut short with that text, what waits is not begun. */
  public synchronized void cancel(String why) {
    cancelled = true;
    if (current != null) {
      current.cancel(why);
    }
  }

  /** Whether it was cancelled. */
  public synchronized boolean isCancelled() {
    return cancelled;
  }
}
