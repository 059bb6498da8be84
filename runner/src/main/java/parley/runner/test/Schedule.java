package parley.runner.test;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import parley.model.outcome.ConversationOutcome;
import parley.model.outcome.Result;
import parley.model.outcome.TestOutcome;
import parley.protocol.frame.ByteSize;
import parley.transport.connect.Connector;

/**
 * Begins the runs in their order, so many at a time, until all have ended. All of it happens on the
 * connector's thread, so nothing is shared and the watcher is called by one thread.
 *
 * <pre>
 *   waiting --a place is free--> performing --Done, or a fault--> ended
 *   waiting --stopped--> ended: skipped
 *   performing --stopped--> cut short --Done, or the limit has passed--> ended
 * </pre>
 */
final class Schedule {

  private static final ByteSize TRANSCRIPTS = ByteSize.ofMegabytes(256);

  private final TestRun.Options options;
  private final Connector connector;
  private final Performance.Maker maker;
  private final TestWatcher watcher;
  private final Duration cancelLimit;
  private final Transcripts transcripts = new Transcripts(TRANSCRIPTS);
  private final CompletableFuture<List<TestOutcome>> outcomes = new CompletableFuture<>();
  private final Set<Performance> performing = Collections.newSetFromMap(new IdentityHashMap<>());
  private List<CaseRun> runs = List.of();
  private @Nullable TestOutcome[] ended = {};
  private int next;
  private boolean stoppedByFailure;
  private boolean fillsLater;
  private @Nullable String stopped;

  Schedule(
      TestRun.Options options,
      Connector connector,
      Performance.Maker maker,
      TestWatcher watcher,
      Duration cancelLimit) {
    this.options = options;
    this.connector = connector;
    this.maker = maker;
    this.watcher = watcher;
    this.cancelLimit = cancelLimit;
  }

  /** Completes when all runs have ended, in their order. */
  CompletableFuture<List<TestOutcome>> outcomes() {
    return outcomes;
  }

  /** From any thread, once. */
  void begin(List<CaseRun> all) {
    guarded(() -> {
      take(all);
      fill();
    });
  }

  /** In place of {@link #begin}: begins none of them. */
  void skip(List<CaseRun> all, String why) {
    guarded(() -> {
      take(all);
      stop(why, false);
    });
  }

  private void take(List<CaseRun> all) {
    runs = all;
    ended = new TestOutcome[all.size()];
  }

  /** From any thread: ends what runs, skips what waits. */
  void cancel(String why) {
    guarded(() -> stop(why, false));
  }

  /** A fault here, or the watcher's, is for the caller to see. */
  private void guarded(Runnable task) {
    connector.execute(() -> {
      try {
        task.run();
      } catch (RuntimeException | Error fault) {
        outcomes.completeExceptionally(fault);
      }
    });
  }

  private void fill() {
    fillsLater = false;
    while (next < runs.size() && stopped == null && performing.size() < options.jobs()) {
      beginNext();
    }
    if (stopped != null) {
      skipRest(stopped);
    }
    if (performing.isEmpty() && next == runs.size()) {
      outcomes.complete(Arrays.stream(ended).toList());
    }
  }

  private void beginNext() {
    var index = next++;
    var run = runs.get(index);
    watcher.began(run.test(), run.row());
    var log = new Performing(run, watcher);
    var session = maker.make(run, log);
    performing.add(session);
    session.begin();
    var _ =
        session
            .done()
            .whenComplete(
                (outcome, fault) -> guarded(() -> ended(index, session, log, outcome, fault)));
  }

  private void ended(
      int index,
      Performance session,
      Performing log,
      @Nullable ConversationOutcome reached,
      @Nullable Throwable fault) {
    performing.remove(session);
    var outcome = log.outcome(reached == null ? null : unlessCutShort(reached), fault);
    watcher.ended(outcome);
    ended[index] = transcripts.keep(outcome, log.payloadBytes());
    if (options.failFast() && !outcome.result().isGood()) {
      stop(runs.get(index).title() + " did not pass", true);
    }
    fillLater();
  }

  /** It is not its own fault that another one failed. */
  private ConversationOutcome unlessCutShort(ConversationOutcome reached) {
    return stoppedByFailure
            && reached.result() instanceof Result.Broken(var text)
            && text.equals(stopped)
        ? new ConversationOutcome(
            new Result.Skipped("cut short: " + text), reached.took(), reached.steps())
        : reached;
  }

  /** Not at once: a session that ends within its beginning would call the next one, deeper. */
  private void fillLater() {
    if (!fillsLater) {
      fillsLater = true;
      connector.schedule(Duration.ZERO, () -> guarded(this::fill));
    }
  }

  private void stop(String why, boolean byFailure) {
    if (stopped == null) {
      stopped = why;
      stoppedByFailure = byFailure;
      List.copyOf(performing).forEach(session -> cutShort(session, why));
      fill();
    }
  }

  private void cutShort(Performance session, String why) {
    session.cancel(why);
    connector.schedule(cancelLimit, session::abandon);
  }

  private void skipRest(String why) {
    while (next < runs.size()) {
      var index = next++;
      var outcome = Performing.skipped(runs.get(index), why);
      ended[index] = outcome;
      watcher.ended(outcome);
    }
  }
}
