package parley.runner.test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import parley.engine.function.MadeUp;
import parley.engine.function.TimeOfDay;
import parley.engine.plan.FileAccess;
import parley.engine.session.ScriptRunner;
import parley.engine.session.SessionStart;
import parley.engine.session.SharedState;
import parley.fake.FakeData;
import parley.model.outcome.Repetition;
import parley.model.outcome.TestOutcome;
import parley.transport.connect.Connector;
import parley.transport.connection.Surroundings;

/** Runs tests, several at a time, on one thread of its own. For one call of {@link #run}. */
public final class TestRun {

  /** How the reason begins for which a run was left that did not begin before the end of all. */
  public static final String NOT_BEGUN = "not begun: ";

  /**
   * How to run them.
   *
   * @param jobs how many at a time, 1 or more
   * @param failFast whether the first bad one ends the rest: what runs is cut short, what waits is
   *     not begun, and both are skipped
   * @param seed for random values; each run derives its own from it and from the names of its file
   *     and conversation and the number of its row, so that it is the same whatever else runs
   * @param retries how often a run that does not pass is run again
   * @param clockOrNull where the time of day stands in all tests; null for the machine's clock
   */
  public record Options(
      int jobs, boolean failFast, long seed, int retries, @Nullable Instant clockOrNull) {

    public Options {
      if (jobs < 1) {
        throw new IllegalArgumentException("at least one test runs at a time: " + jobs);
      }
    }

    /** Each once, with the machine's clock. */
    public Options(int jobs, boolean failFast, long seed) {
      this(jobs, failFast, seed, 0, null);
    }

    /** With the machine's clock. */
    public Options(int jobs, boolean failFast, long seed, int retries) {
      this(jobs, failFast, seed, retries, null);
    }

    /** With what its tests do the same again. */
    public Repetition repetition() {
      return new Repetition(seed, clockOrNull);
    }

    private TimeOfDay timeOfDay() {
      return repetition()
          .clock()
          .map(TimeOfDay::fixedAt)
          .orElseGet(() -> TimeOfDay.from(Instant.now()));
    }
  }

  private static final Duration CANCEL_LIMIT = Duration.ofSeconds(30);

  private final FileAccess files;
  private final ScriptRunner scripts;
  private final Options options;
  private final TestWatcher watcher;
  private final Review review;
  private final MadeUp madeUp = new FakeData();
  private Surroundings surroundings = Surroundings.NONE;
  private @Nullable Schedule schedule;
  private @Nullable String cancelled;

  /** A run that does no scripts. */
  public TestRun(FileAccess files, Options options, TestWatcher watcher) {
    this(files, ScriptRunner.NONE, options, watcher, Review.NONE);
  }

  /** With scripts, and with a last look at each run, on the thread of the runs. */
  public TestRun(
      FileAccess files, ScriptRunner scripts, Options options, TestWatcher watcher, Review review) {
    this.files = files;
    this.scripts = scripts;
    this.options = options;
    this.watcher = watcher;
    this.review = review;
  }

  /** The same in {@code given} surroundings; to be said before it runs. */
  public TestRun within(Surroundings given) {
    surroundings = given;
    return this;
  }

  /**
   * Runs them all and waits; the outcomes stand in the order of the tests, one for each row, and
   * among them what was done around them and did not pass. What was not begun is skipped; what is
   * done after all of a folder is done also when the run was cut short, for 10 s at most. Together
   * they keep 256 MB of transcripts; a transcript beyond is one notice, after {@link
   * TestWatcher#ended} has seen all of it. Blocks.
   */
  public List<TestOutcome> run(TestList tests) {
    try (var connector = new Connector(surroundings)) {
      var begun = new Schedule(options, connector, maker(connector), watcher, review, CANCEL_LIMIT);
      begin(begun, Agenda.of(tests, options.seed()));
      return begun.outcomes().join();
    } catch (CompletionException fault) {
      throw fault.getCause() instanceof RuntimeException ours ? ours : fault;
    }
  }

  /** The same for tests that have nothing to do with each other. Blocks. */
  public List<TestOutcome> run(List<TestCase> tests) {
    return run(TestList.of(tests));
  }

  private Performance.Maker maker(Connector connector) {
    return (run, watching) ->
        Performance.live(connector, run, start(run), files, scripts, watching);
  }

  private SessionStart start(CaseRun run) {
    return new SessionStart(
        options.timeOfDay(), run.random(), madeUp, run.values(), run.handed(), new SharedState());
  }

  private synchronized void begin(Schedule begun, Agenda runs) {
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
