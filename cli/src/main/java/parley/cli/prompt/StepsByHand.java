package parley.cli.prompt;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.cli.hand.HandFile;
import parley.model.outcome.StepOutcome;
import parley.report.Palette;
import parley.report.test.Look;
import parley.runner.hand.HandSession;

/** Does the steps of a file when a person wants it, one time after the other. */
final class StepsByHand {

  private final FileWatcher watcher;
  private final Palette palette;
  private final Surface surface;
  private final Consumer<String> notices;

  StepsByHand(FileWatcher watcher, Palette palette, Surface surface, Consumer<String> notices) {
    this.watcher = watcher;
    this.palette = palette;
    this.surface = surface;
    this.notices = notices;
  }

  /**
   * Begins; each step is shown as it ends.
   *
   * @param fromNow whether messages that came before are no longer there for them
   */
  void run(HandFile file, HandSession session, boolean fromNow) {
    if (file.steps() == 0) {
      notices.accept("the file has no steps to run; `steps:` makes it a test");
    } else if (watcher.isRunning()) {
      notices.accept("the steps go on: /stop gives them up");
    } else {
      begin(file, session, fromNow);
    }
  }

  private void begin(HandFile file, HandSession session, boolean fromNow) {
    if (fromNow) {
      session.forget();
    }
    var columns = surface.columns().getAsInt();
    var look = new Look(palette, columns, file.redaction(), Path.of(""));
    var shown = new StepsShown(file, look, surface.screen());
    watcher.runs(shown);
    var _ = session.run().handle((all, _) -> ended(shown, all));
  }

  private @Nullable StepOutcome ended(StepsShown shown, @Nullable StepOutcome all) {
    watcher.ran();
    if (all == null) {
      notices.accept("the steps were given up");
    } else {
      shown.over(all);
    }
    return all;
  }

  void stop(HandSession session) {
    if (watcher.isRunning()) {
      session.halt();
    } else {
      notices.accept("no steps go on");
    }
  }
}
