package parley.runner.test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import parley.engine.plan.FileAccess;
import parley.model.outcome.TestOutcome;
import parley.transport.connect.Connector;

/** Runs tests, several at a time, on one thread of its own. For one call of {@link #run}. */
public final class TestRun {

  /**
   * How to run them.
   *
   * @param jobs how many at a time, 1 or more
   * @param failFast whether the first bad one ends the rest: what runs is cut short, what waits is
   *     not begun, and both are skipped
   * @param seed for random values; each run derives its own from it and from the names of its file
   *     and conversation and the number of its row, so that it is the same whatever else runs
   */
  public record Options(int jobs, boolean failFast, long seed) {
    public Options {
      if (jobs < 1) {
        throw new IllegalArgumentException("at least one test runs at a time: " + jobs);
      }
    }
  }

  private static final Duration CANCEL_LIMIT = Duration.ofSeconds(30);

  private final FileAccess files;
  private final Options options;
  private final TestWatcher watcher;
  private @Nullable Schedule schedule;
  private @Nullable String cancelled;

  public TestRun(FileAccess files, Options options, TestWatcher watcher) {
    this.files = files;
    this.options = options;
    this.watcher = watcher;
  }

  /**
   * Runs them all and waits; the outcomes stand in the order of the tests, one for each row. What
   * was not begun is skipped. Together they keep 256 MB of transcripts; a transcript beyond is one
   * notice, after {@link TestWatcher#ended} has seen all of it. Blocks.
   */
  public List<TestOutcome> run(List<TestCase> tests) {
    try (var connector = new Connector()) {
      var begun = new Schedule(options, connector, maker(connector), watcher, CANCEL_LIMIT);
      begin(begun, CaseRun.allOf(tests, options.seed()));
      return begun.outcomes().join();
    } catch (CompletionException fault) {
      throw fault.getCause() instanceof RuntimeException ours ? ours : fault;
    }
  }

  private Performance.Maker maker(Connector connector) {
    return (run, watching) -> Performance.live(connector, run, files, watching);
  }

  private synchronized void begin(Schedule begun, List<CaseRun> runs) {
    schedule = begun;
    if (cancelled == null) {
      begun.begin(runs);
    } else {
      begun.skip(runs, cancelled);
    }
  }

  /**
   * From any thread: what runs is cut short and counts as broken with that text, what waits is not
   * begun and counts as skipped. For a session that then does not end, 30 s are the limit.
   */
  public synchronized void cancel(String why) {
    cancelled = why;
    if (schedule != null) {
      schedule.cancel(why);
    }
  }
}
