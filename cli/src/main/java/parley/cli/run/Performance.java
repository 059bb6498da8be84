package parley.cli.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.cli.shell.ExitCode;
import parley.cli.shell.Shell;
import parley.cli.shell.Version;
import parley.model.outcome.Repetition;
import parley.model.outcome.RunOutcome;
import parley.model.outcome.TestOutcome;
import parley.report.Redaction;
import parley.report.test.Look;
import parley.report.test.Tally;
import parley.report.test.TestText;
import parley.runner.test.TestCase;
import parley.runner.test.TestRun;
import parley.runner.test.TestWatcher;
import parley.workspace.snapshot.Saved;
import parley.workspace.snapshot.Snapshots;
import parley.workspace.test.Batch;
import parley.workspace.test.BatchRun;
import parley.workspace.test.Failures;

/** Has the tests of all collections performed, one collection after the other, and reports. */
final class Performance {

  private final RunDraft draft;
  private final Shell shell;
  private final Redaction redaction;
  private final Repetition repetition;
  private final Path base;
  private final CountDownLatch finished = new CountDownLatch(1);

  Performance(RunDraft draft, Shell shell, Redaction redaction, Repetition repetition, Path base) {
    this.draft = draft;
    this.shell = shell;
    this.redaction = redaction;
    this.repetition = repetition;
    this.base = base;
  }

  /** Runs them, and has what failed kept. Blocks. */
  ExitCode run(List<Batch> batches, Failures failures) {
    var reports = new Reports(draft, shell);
    reports.silence();
    try {
      var size = TerminalSize.of(shell);
      var titles = batches.stream().flatMap(Performance::titles).toList();
      var planned = batches.stream().mapToInt(Batch::runs).sum();
      var display = new Display(shell, detail(), () -> look(size.columns()), titles, planned);
      var snapshots = Snapshots.of(batches, draft.snapshots(), redaction::in);
      var run = new BatchRun(options(repetition.seed()), display, snapshots);
      var began = Instant.now();
      var beganNanos = System.nanoTime();
      shell.interruption().accept(() -> interrupt(run));
      var outcomes = perform(run, batches, display);
      var tally = display.finish();
      remember(batches, outcomes, failures);
      var last = again(snapshots, run, batches);
      var kept = last.isCancelled() ? List.<Saved>of() : snapshots.save();
      var code = withKept(code(tally, last), kept);
      if (last != run && last.isCancelled()) {
        shell.say("  nothing was recorded: interrupted while all ran once more for it\n");
      }
      kept.stream()
          .filter(one -> !draft.quiet || one.state() != Saved.State.INCOMPLETE)
          .forEach(one -> shell.say(KeptText.of(one, look(size.columns()))));
      display.conclude(ending(code, withoutSteps(batches), outcomes));
      var took = Duration.ofNanos(System.nanoTime() - beganNanos);
      var all = new RunOutcome(Version.LINE.strip(), began, took, planned, repetition, outcomes);
      return reports.write(all, redaction, base, code);
    } finally {
      reports.listen();
      finished.countDown();
    }
  }

  private TestRun.Options options(long seed) {
    return new TestRun.Options(
        draft.jobs, draft.failFast, seed, draft.retries, repetition.clockOrNull());
  }

  /** The longest title of each test. */
  private static Stream<String> titles(Batch batch) {
    return batch.tests().stream()
        .map(test -> TestText.title(test.name(), test.label(test.rows().size() - 1)));
  }

  private Display.Detail detail() {
    return draft.verbose
        ? Display.Detail.VERBOSE
        : draft.quiet ? Display.Detail.QUIET : Display.Detail.NORMAL;
  }

  private Look look(int columns) {
    var welcome = shell.terminals().out() && shell.likesColor();
    return new Look(draft.color.palette(welcome), columns, redaction, base);
  }

  private List<TestOutcome> perform(BatchRun run, List<Batch> batches, Display display) {
    return run.run(
        batches,
        batch -> {
          if (batches.size() > 1 || batch.workspace().environment().isPresent()) {
            display.heading(batch);
          }
        });
  }

  /** What is kept is seen twice, with other random values; the last run. */
  private BatchRun again(Snapshots snapshots, BatchRun first, List<Batch> batches) {
    if (first.isCancelled() || !snapshots.wantSecondRun()) {
      return first;
    }
    var other = options(repetition.seed() + 1);
    var second = new BatchRun(other, new TestWatcher() {}, snapshots);
    shell.interruption().accept(() -> interrupt(second));
    var _ = second.run(batches, _ -> {});
    return second;
  }

  private static ExitCode withKept(ExitCode code, List<Saved> kept) {
    var lost = kept.stream().anyMatch(one -> one.state() == Saved.State.FAILED);
    return lost && code == ExitCode.OK ? ExitCode.USAGE : code;
  }

  /** The program ends when this returns, so it waits for the reports. */
  private void interrupt(BatchRun run) {
    run.cancel("interrupted");
    try {
      finished.await();
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }

  private void remember(List<Batch> batches, List<TestOutcome> outcomes, Failures failures) {
    for (var batch : batches) {
      var files = batch.tests().stream().map(TestCase::file).collect(Collectors.toSet());
      var own = outcomes.stream().filter(one -> files.contains(one.file())).toList();
      try {
        failures.keep(batch.workspace().root(), own, draft.hasAllRows());
      } catch (IOException full) {
        shell.complain(
            "parley: what failed cannot be kept for --last-failed: " + full.getMessage() + "\n");
      }
    }
  }

  private static ExitCode code(Tally tally, BatchRun run) {
    if (run.isCancelled()) {
      return ExitCode.INTERRUPTED;
    }
    if (tally.failed() > 0) {
      return ExitCode.EXPECTATION_FAILED;
    }
    return tally.broken() > 0 ? ExitCode.BROKEN : ExitCode.OK;
  }

  private int withoutSteps(List<Batch> batches) {
    return draft.verbose ? batches.stream().mapToInt(Batch::withoutSteps).sum() : 0;
  }

  private String ending(ExitCode code, int withoutSteps, List<TestOutcome> outcomes) {
    var parts = new ArrayList<String>();
    if (withoutSteps > 0) {
      parts.add(
          withoutSteps == 1
              ? "1 conversation without steps is no test"
              : withoutSteps + " conversations without steps are no tests");
    }
    if (draft.shuffle) {
      parts.add("--shuffle --seed " + repetition.seed() + " repeats this order");
    }
    if (code != ExitCode.OK) {
      parts.add("exit code " + code.number() + ": " + meaning(code));
    }
    if (code == ExitCode.EXPECTATION_FAILED || code == ExitCode.BROKEN) {
      parts.add(
          "again, with the same random values%s:"
              .formatted(repetition.clock().isPresent() ? " and the same time" : ""));
      var again = new Again(draft, repetition, look(Look.MAX_COLUMNS));
      again.of(outcomes).forEach(line -> parts.add("  " + line));
    }
    return String.join("\n  ", parts);
  }

  private static String meaning(ExitCode code) {
    return code == ExitCode.EXPECTATION_FAILED ? "a test failed" : code.meaning();
  }
}
