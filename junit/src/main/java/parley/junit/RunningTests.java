package parley.junit;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestReporter;
import parley.model.outcome.Result;
import parley.model.outcome.StepOutcome;
import parley.model.outcome.TestOutcome;
import parley.report.Palette;
import parley.report.Redaction;
import parley.report.test.Look;
import parley.report.test.TestText;
import parley.runner.test.TestCase;
import parley.runner.test.TestRun;
import parley.runner.test.TestWatcher;
import parley.workspace.snapshot.SnapshotUse;
import parley.workspace.snapshot.Snapshots;
import parley.workspace.test.Batch;
import parley.workspace.test.BatchRun;

/**
 * All tests run together, as {@code parley run} does, from the moment when the first one is asked
 * for; each is waited for by its own test of JUnit.
 */
final class RunningTests {

  /** Which run of a conversation. */
  private record Key(Path file, String row) {}

  private final List<Batch> batches;
  private final Set<Path> tests;
  private final BatchRun run;
  private final @Nullable TestReporter reporter;
  private final Redaction redaction;
  private final TestText text;
  private final Map<Key, CompletableFuture<TestOutcome>> outcomes = new ConcurrentHashMap<>();
  private final Set<Key> told = ConcurrentHashMap.newKeySet();
  private @Nullable Thread thread;
  private @Nullable Throwable over;

  RunningTests(
      List<Batch> batches,
      TestRun.Options options,
      Redaction redaction,
      @Nullable TestReporter reporter) {
    this.batches = batches;
    this.redaction = redaction;
    this.reporter = reporter;
    this.tests =
        batches.stream()
            .flatMap(batch -> batch.tests().stream())
            .map(TestCase::file)
            .collect(Collectors.toSet());
    var look = new Look(Palette.PLAIN, Look.MAX_COLUMNS, redaction, Path.of(""));
    this.text = TestText.of(look, List.of());
    var snapshots = Snapshots.of(batches, SnapshotUse.COMPARE, redaction::in);
    this.run = new BatchRun(options, new Ended(), snapshots);
  }

  /** Hands outcomes to those who wait for them. */
  private final class Ended implements TestWatcher {
    @Override
    public void ended(TestOutcome outcome) {
      var _ = future(new Key(outcome.file(), outcome.row())).complete(outcome);
    }
  }

  private CompletableFuture<TestOutcome> future(Key key) {
    return outcomes.computeIfAbsent(key, _ -> new CompletableFuture<>());
  }

  private synchronized void begin() {
    if (thread == null) {
      thread = Thread.ofPlatform().daemon().name("parley-tests").start(this::runAll);
    }
  }

  private void runAll() {
    try {
      run.run(batches, _ -> {}).forEach(new Ended()::ended);
      fail(new BrokenConversation("it was not run"));
    } catch (RuntimeException | Error fault) {
      fail(fault);
    }
  }

  /** For those who still wait. */
  private synchronized void fail(Throwable why) {
    over = why;
    outcomes.values().forEach(one -> one.completeExceptionally(why));
  }

  /** Waits until that run has ended, and throws unless it passed. */
  void check(Path file, String row) {
    begin();
    var key = new Key(file, row);
    told.add(key);
    var outcome = outcome(key);
    tell(outcome);
  }

  private void tell(TestOutcome outcome) {
    if (reporter != null) {
      reporter.publishEntry("parley", text.ended(outcome) + text.steps(outcome));
    }
    var checks =
        outcome.outcome().steps().stream()
            .filter(step -> !step.result().isGood())
            .map(StepOutcome::checks)
            .filter(all -> all.stream().anyMatch(check -> !check.holds()))
            .findFirst()
            .orElse(List.of());
    var isGood = outcome.result() instanceof Result.Passed;
    var told = isGood ? "" : text.failure(outcome) + repeating(outcome);
    Verdict.of(outcome.result(), checks, told, redaction);
  }

  private static String repeating(TestOutcome outcome) {
    return "\n  seed(" + outcome.seed() + ") repeats the random values\n";
  }

  private TestOutcome outcome(Key key) {
    var future = future(key);
    synchronized (this) {
      if (over != null) {
        future.completeExceptionally(over);
      }
    }
    try {
      return future.join();
    } catch (CompletionException fault) {
      if (fault.getCause() instanceof Error ours) {
        throw ours;
      }
      throw fault.getCause() instanceof RuntimeException ours ? ours : fault;
    }
  }

  /**
   * Cuts short what still runs, and waits for its end. What was done around tests and did not end
   * well has no test of its own, and is thrown here.
   */
  void close() {
    run.cancel("the tests are over");
    var running = thread;
    if (running != null) {
      try {
        running.join();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
      outcomes.forEach(this::tellHook);
    }
  }

  private void tellHook(Key key, CompletableFuture<TestOutcome> outcome) {
    var isTold = told.contains(key) || tests.contains(key.file());
    if (!isTold && outcome.state() == Future.State.SUCCESS) {
      tell(outcome.resultNow());
    }
  }
}
