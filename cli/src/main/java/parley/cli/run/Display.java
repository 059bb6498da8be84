package parley.cli.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import parley.cli.shell.Shell;
import parley.engine.session.Report;
import parley.model.collection.Environment;
import parley.model.outcome.Result;
import parley.model.outcome.TestOutcome;
import parley.report.Palette;
import parley.report.Palette.Ink;
import parley.report.test.Look;
import parley.report.test.Tally;
import parley.report.test.TestText;
import parley.runner.test.TestCase;
import parley.runner.test.TestRun;
import parley.runner.test.TestWatcher;
import parley.workspace.Places;
import parley.workspace.test.Batch;

/**
 * Shows how tests go: each on standard output when it has ended, what runs at the moment on
 * standard error when that is a terminal, and at the end what went wrong. It writes on a thread of
 * its own, so that a slow terminal holds up nobody.
 */
final class Display implements TestWatcher {

  private static final Duration REDRAW = Duration.ofMillis(100);

  /** How much is shown of tests that pass. */
  enum Detail {
    QUIET,
    NORMAL,
    VERBOSE
  }

  /** Something to be written. */
  private sealed interface Item {

    record Text(String text) implements Item {}

    record Ended(TestOutcome outcome) implements Item {}

    /** What was done around tests. */
    record Around(TestOutcome outcome) implements Item {}

    record Stop() implements Item {}
  }

  private final Shell shell;
  private final Detail detail;
  private final Supplier<Look> look;
  private final int widestTitle;
  private final int planned;
  private final @Nullable LiveArea live;
  private final BlockingQueue<Item> items = new LinkedBlockingQueue<>();
  private final List<String> failures = new ArrayList<>();
  private final Thread writer = Thread.ofPlatform().daemon().name("display").unstarted(this::write);
  private final long beganNanos = System.nanoTime();
  private Tally tally = Tally.NONE;

  /**
   * Starts the thread.
   *
   * @param look as the terminal is at the moment
   * @param titles of all tests
   * @param planned how many runs there will be
   */
  Display(Shell shell, Detail detail, Supplier<Look> look, List<String> titles, int planned) {
    this.shell = shell;
    this.detail = detail;
    this.look = look;
    this.widestTitle = TestText.widest(titles);
    this.planned = planned;
    var canRedraw = shell.terminals().err() && !shell.variable("TERM").orElse("").equals("dumb");
    this.live = canRedraw && detail != Detail.QUIET ? new LiveArea(shell) : null;
    writer.start();
  }

  /** Whose tests come next. */
  void heading(Batch batch) {
    if (detail != Detail.QUIET) {
      var now = look.get();
      var name = now.redaction().in(batch.collection());
      var rest =
          now.redaction().in(circumstances(batch) + "  " + Places.shown(batch.workspace().root()));
      var palette = now.palette();
      var line = palette.paint(Ink.STRONG, name) + palette.paint(Ink.FAINT, rest);
      items.add(new Item.Text("\n" + line + "\n"));
    }
  }

  /** Where its tests run: the environment and the mock, each behind a dot. */
  private static String circumstances(Batch batch) {
    var text = new StringBuilder();
    batch
        .workspace()
        .environment()
        .map(Environment::name)
        .ifPresent(name -> text.append(" · environment ").append(name));
    batch.mockUrl().ifPresent(url -> text.append(" · mock at ").append(url));
    return text.toString();
  }

  @Override
  public void began(TestCase test, String row) {
    if (live != null) {
      live.began(TestText.title(test.name(), row));
    }
  }

  @Override
  public void report(TestCase test, String row, Report report) {
    if (live != null && report instanceof Report.StepBegan step && !step.background()) {
      live.step(TestText.title(test.name(), row), step.label());
    }
  }

  @Override
  public void ended(TestOutcome outcome) {
    if (live != null) {
      live.ended(TestText.title(outcome.name(), outcome.row()));
    }
    if (wasRun(outcome)) {
      items.add(new Item.Ended(outcome));
    }
  }

  /** What was still waiting when the rest was cancelled was not run. */
  private static boolean wasRun(TestOutcome outcome) {
    return !(outcome.result() instanceof Result.Skipped(var why)
        && why.startsWith(TestRun.NOT_BEGUN));
  }

  @Override
  public void hookEnded(TestOutcome outcome) {
    if (live != null) {
      live.ended(TestText.title(outcome.name(), outcome.row()));
    }
    if (detail == Detail.VERBOSE) {
      items.add(new Item.Around(outcome));
    }
  }

  @Override
  public void retried(TestOutcome outcome, int next, int retries) {
    if (detail != Detail.QUIET) {
      items.add(
          new Item.Text(TestText.of(look.get(), widestTitle).retried(outcome, next, retries)));
    }
  }

  private void write() {
    try {
      while (true) {
        switch (next()) {
          case Item.Text(var text) -> print(text);
          case Item.Ended(var outcome) -> print(outcome);
          case Item.Around(var outcome) -> {
            var shown = TestText.of(look.get(), widestTitle);
            print(shown.ended(outcome) + shown.steps(outcome));
          }
          case Item.Stop _ -> {
            clear();
            return;
          }
          case null -> redraw();
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private @Nullable Item next() throws InterruptedException {
    return live == null ? items.take() : items.poll(REDRAW.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void print(TestOutcome outcome) {
    tally = tally.with(outcome);
    var text = TestText.of(look.get(), widestTitle);
    if (!outcome.result().isGood()) {
      failures.add(text.failure(outcome));
    }
    switch (detail) {
      case QUIET -> {}
      case NORMAL -> print(text.ended(outcome));
      case VERBOSE -> print(text.ended(outcome) + text.steps(outcome));
    }
  }

  private void print(String text) {
    clear();
    shell.say(text);
    if (items.isEmpty()) {
      redraw();
    }
  }

  private void clear() {
    if (live != null) {
      live.clear();
    }
  }

  private void redraw() {
    if (live != null) {
      var now = look.get();
      var colors = shell.likesColor() ? now.palette() : Palette.PLAIN;
      live.draw(new Look(colors, now.columns(), now.redaction(), now.base()), tally, planned);
    }
  }

  /** Waits until all is written. */
  Tally finish() {
    items.add(new Item.Stop());
    try {
      writer.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return tally;
  }

  /** After {@link #finish}: what went wrong, and a summary with {@code ending} below it. */
  void conclude(String ending) {
    failures.forEach(shell::say);
    if (detail != Detail.QUIET || !tally.isGood()) {
      var took = Duration.ofNanos(System.nanoTime() - beganNanos);
      shell.say(TestText.of(look.get(), widestTitle).summary(tally, planned, took, ending));
    }
  }
}
