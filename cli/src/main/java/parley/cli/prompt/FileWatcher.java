package parley.cli.prompt;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.cli.shell.ExitCode;
import parley.cli.talk.Backlog;
import parley.cli.talk.Outcomes;
import parley.engine.session.Report;
import parley.model.outcome.Numbered;
import parley.model.outcome.StepOutcome;
import parley.model.transcript.Entry;
import parley.runner.hand.HandSession;
import parley.runner.live.SessionWatcher;

/**
 * Shows what happens in a session by a file, and remembers how it went. On the connector's thread.
 */
final class FileWatcher implements SessionWatcher {

  private final Entries entries;
  private final Consumer<String> notices;
  private final Backlog backlog;
  private final Consumer<String> openChanged;
  private final AtomicInteger failures = new AtomicInteger();
  private volatile @Nullable StepsShown running;
  private volatile ExitCode outcome = ExitCode.OK;
  private @Nullable Duration limit;
  private Runnable atLimit = () -> {};

  /**
   * Tells.
   *
   * @param openChanged is told the connection that opened or ended
   */
  FileWatcher(
      Entries entries, Consumer<String> notices, Backlog backlog, Consumer<String> openChanged) {
    this.entries = entries;
    this.notices = notices;
    this.backlog = backlog;
    this.openChanged = openChanged;
  }

  /** How long it may last once something is open. */
  void limit(Optional<Duration> time, Runnable task) {
    limit = time.orElse(null);
    atLimit = task;
  }

  /** How often connecting failed so far. */
  int failures() {
    return failures.get();
  }

  /** From now on steps of the file are shown there. */
  void runs(StepsShown shown) {
    running = shown;
  }

  void ran() {
    running = null;
  }

  boolean isRunning() {
    return running != null;
  }

  void timedOut() {
    outcome = ExitCode.TIMEOUT;
  }

  ExitCode outcome() {
    return outcome;
  }

  @Override
  public Detail detail() {
    return Detail.FRAMES;
  }

  @Override
  public void entry(Numbered numbered) {
    var entry = numbered.entry();
    var connection = numbered.connection();
    backlog.add(Transcript.weight(entry));
    var run = running;
    if (run != null) {
      run.entry(numbered);
    }
    remember(entry);
    entries.recorded(connection, entry);
    if (entry instanceof Entry.Opened || entry instanceof Entry.Closed) {
      openChanged.accept(connection);
    }
  }

  private void remember(Entry entry) {
    switch (entry) {
      case Entry.Opened _ -> {
        ends(ExitCode.OK);
        startTime();
      }
      case Entry.Refused(_, var attempt) -> fails(Outcomes.of(attempt));
      case Entry.Failed(_, var attempt) -> fails(Outcomes.of(attempt));
      case Entry.Closed(_, var closure) -> ends(Outcomes.of(closure));
      case Entry.Phase _, Entry.Tried _, Entry.Secured _, Entry.HandshakeSent _ -> {}
      case Entry.HandshakeReceived _, Entry.Message _, Entry.Frame _, Entry.Raw _ -> {}
      case Entry.Ping _, Entry.Pong _, Entry.Close _, Entry.Broken _ -> {}
      case Entry.Unsent _, Entry.Notice _, Entry.Retry _ -> {}
    }
  }

  private void fails(ExitCode code) {
    failures.incrementAndGet();
    ends(code);
  }

  private void ends(ExitCode code) {
    outcome = outcome == ExitCode.TIMEOUT ? outcome : code;
  }

  private void startTime() {
    var time = limit;
    limit = null;
    if (time != null) {
      Thread.ofVirtual().start(() -> endAfter(time));
    }
  }

  private void endAfter(Duration time) {
    try {
      Thread.sleep(time);
      atLimit.run();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void report(Report report) {
    switch (report) {
      case Report.StepEnded(var step) -> ended(step);
      case Report.Opening(_, _, _, _, var said) -> said.forEach(notices);
      case Report.Notice(var text) -> notices.accept(text);
      case Report.Done(var all) -> notices.accept(all.result().why());
      case Report.StepBegan _, Report.GivenUp _, Report.Reconnecting _ -> {}
      case Report.NotReconnecting _, Report.Unsent _ -> {}
    }
  }

  private void ended(StepOutcome step) {
    var run = running;
    if (step.background()) {
      if (!step.result().isGood()) {
        notices.accept("in the background, " + step.label() + ": " + step.result().why());
      }
    } else if (run != null && !HandSession.isByHand(step)) {
      run.ended(step);
    }
  }
}
