package parley.cli.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import parley.cli.shell.ExitCode;
import parley.cli.shell.Shell;
import parley.model.collection.Environment;
import parley.model.outcome.Repetition;
import parley.model.outcome.TestOutcome;
import parley.report.Palette;
import parley.report.Redaction;
import parley.report.test.JUnitXml;
import parley.report.test.Look;
import parley.report.test.Tally;
import parley.report.test.TestText;
import parley.runner.test.TestRun;
import parley.workspace.test.Batch;
import parley.workspace.test.BatchRun;

/** Has the tests of all collections performed, one collection after the other, and reports. */
final class Performance {

  private static final int REPORT_COLUMNS = 120;

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

  ExitCode run(List<Batch> batches) {
    try {
      var size = TerminalSize.of(shell);
      var titles = batches.stream().flatMap(Performance::titles).toList();
      var planned = batches.stream().mapToInt(Batch::runs).sum();
      var display = new Display(shell, detail(), () -> look(size.columns()), titles, planned);
      var options =
          new TestRun.Options(
              draft.jobs, draft.failFast, repetition.seed(), 0, repetition.clockOrNull());
      var run = new BatchRun(options, display);
      shell.interruption().accept(() -> interrupt(run));
      var outcomes = perform(run, batches, display);
      var tally = display.finish();
      var code = code(tally, run);
      display.conclude(ending(code, withoutSteps(batches)));
      return report(batches, outcomes, code);
    } finally {
      finished.countDown();
    }
  }

  /** The longest title of each test. */
  private static Stream<String> titles(Batch batch) {
    return batch.tests().stream()
        .map(test ->
            TestText.title(test.name(), test.rows().size() > 1 ? "row " + test.rows().size() : ""));
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

  /** The program ends when this returns, so it waits for the reports. */
  private void interrupt(BatchRun run) {
    run.cancel("interrupted");
    try {
      finished.await();
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
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

  private String ending(ExitCode code, int withoutSteps) {
    var parts = new ArrayList<String>();
    if (withoutSteps > 0) {
      parts.add(
          withoutSteps == 1
              ? "1 conversation without steps is no test"
              : withoutSteps + " conversations without steps are no tests");
    }
    if (code != ExitCode.OK) {
      parts.add("exit code " + code.number() + ": " + meaning(code));
    }
    if (code == ExitCode.EXPECTATION_FAILED || code == ExitCode.BROKEN) {
      parts.add(
          repetition.toOptions()
              + (repetition.clock().isPresent()
                  ? " repeats the random values and the time"
                  : " repeats the random values"));
    }
    return String.join("\n  ", parts);
  }

  private static String meaning(ExitCode code) {
    return code == ExitCode.EXPECTATION_FAILED ? "a test failed" : code.meaning();
  }

  private ExitCode report(List<Batch> batches, List<TestOutcome> outcomes, ExitCode code) {
    for (var report : draft.reports) {
      try {
        report.write(text(report.kind(), batches, outcomes));
      } catch (IOException full) {
        shell.complain(TestsRun.unwritable(report, full).toText());
        return code == ExitCode.OK ? ExitCode.USAGE : code;
      }
    }
    return code;
  }

  private String text(ReportFile.Kind kind, List<Batch> batches, List<TestOutcome> outcomes) {
    var look = new Look(Palette.PLAIN, REPORT_COLUMNS, redaction, base);
    var properties = properties(batches);
    return switch (kind) {
      case JUNIT -> JUnitXml.of(outcomes, look, file -> properties.getOrDefault(file, Map.of()));
    };
  }

  private Map<Path, Map<String, String>> properties(List<Batch> batches) {
    Map<Path, Map<String, String>> all = new HashMap<>();
    for (var batch : batches) {
      var own = new LinkedHashMap<String, String>();
      batch
          .workspace()
          .environment()
          .map(Environment::name)
          .ifPresent(name -> own.put("environment", name));
      own.put("seed", Long.toString(repetition.seed()));
      repetition.clock().ifPresent(time -> own.put("clock", time.toString()));
      batch.tests().forEach(test -> all.put(test.file(), own));
    }
    return all;
  }
}
