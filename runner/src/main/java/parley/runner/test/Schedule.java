package parley.runner.test;

import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import parley.model.outcome.ConversationOutcome;
import parley.model.outcome.Result;
import parley.model.outcome.TestOutcome;
import parley.model.value.Value;
import parley.protocol.frame.ByteSize;
import parley.transport.connect.Connector;

/**
 * Begins the runs in their order, so many at a time, until all have ended. All of it happens on the
 * connector's thread, so nothing is shared and the watcher is called by one thread.
 *
 * <pre>
 *   waiting --a place is free--> performing --Done, or a fault--> ended
 *   waiting --stopped, or what it needs did not pass--> ended: skipped or broken
 *   performing --did not pass, and may be tried again--> waiting
 *   performing --stopped--> cut short --Done, or the limit has passed--> ended
 * </pre>
 */
final class Schedule {

  private static final ByteSize TRANSCRIPTS = ByteSize.ofMegabytes(256);

  /** How long what is done after all of a folder may take when the run was stopped. */
  private static final Duration LAST_HOOK = Duration.ofSeconds(10);

  private final TestRun.Options options;
  private final Connector connector;
  private final Performance.Maker maker;
  private final TestWatcher watcher;
  private final Review review;
  private final Duration cancelLimit;
  private final Transcripts transcripts = new Transcripts(TRANSCRIPTS);
  private final CompletableFuture<List<TestOutcome>> outcomes = new CompletableFuture<>();
  private final IdentityHashMap<Performance, Errand.Kind> performing = new IdentityHashMap<>();
  private final Map<Long, TestOutcome> ended = new TreeMap<>();
  private Agenda agenda = Agenda.of(TestList.of(List.of()), 0);
  private boolean stoppedByFailure;
  private boolean fillsLater;
  private @Nullable String stopped;

  Schedule(
      TestRun.Options options,
      Connector connector,
      Performance.Maker maker,
      TestWatcher watcher,
      Duration cancelLimit) {
    this(options, connector, maker, watcher, Review.NONE, cancelLimit);
  }

  Schedule(
      TestRun.Options options,
      Connector connector,
      Performance.Maker maker,
      TestWatcher watcher,
      Review review,
      Duration cancelLimit) {
    this.options = options;
    this.connector = connector;
    this.maker = maker;
    this.watcher = watcher;
    this.review = review;
    this.cancelLimit = cancelLimit;
  }

  /** Completes when all runs have ended, in their order. */
  CompletableFuture<List<TestOutcome>> outcomes() {
    return outcomes;
  }

  /** From any thread, once. */
  void begin(Agenda all) {
    guarded(() -> {
      agenda = all;
      fill();
    });
  }

  /** In place of {@link #begin}: begins none of them. */
  void skip(Agenda all, String why) {
    guarded(() -> {
      agenda = all;
      stop(why, false);
    });
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
    while (performing.size() < options.jobs() || stopped != null) {
      var errand = agenda.next();
      if (errand.isEmpty()) {
        break;
      }
      turn(errand.get());
    }
    if (performing.isEmpty()) {
      outcomes.complete(List.copyOf(ended.values()));
    }
  }

  private void turn(Errand errand) {
    switch (errand.decide(Optional.ofNullable(stopped))) {
      case Errand.Decision.Perform(var run) -> perform(errand, run);
      case Errand.Decision.Leave(var result) -> {
        if (errand.kind() == Errand.Kind.TEST) {
          var outcome =
              Performing.left(errand.run().orElseThrow(), result).of(options.repetition());
          watcher.ended(outcome);
          ended.put(errand.order(), outcome);
          errand.ended(outcome, Map.of());
        }
        agenda.done(errand);
      }
    }
  }

  private void perform(Errand errand, CaseRun planned) {
    var tries = errand.earlier().size();
    var run = planned.again(tries);
    watcher.began(run.test(), run.row());
    var log = new Performing(run, watcher);
    var session = maker.make(run, log);
    performing.put(session, errand.kind());
    session.begin();
    if (stopped != null) {
      cutLater(session, stopped);
    }
    var _ =
        session
            .done()
            .whenComplete((outcome, fault) -> {
              var reached = new Reached(errand, session, log, outcome, fault);
              if (run.test().brings().isEmpty()) {
                guarded(() -> ended(reached, Map.of()));
              } else {
                var _ =
                    session
                        .variables()
                        .exceptionally(_ -> Map.of())
                        .thenAccept(values -> guarded(() -> ended(reached, values)));
              }
            });
  }

  /** What a session came to. */
  private record Reached(
      Errand errand,
      Performance session,
      Performing log,
      @Nullable ConversationOutcome outcome,
      @Nullable Throwable fault) {}

  private void ended(Reached reached, Map<String, Value> values) {
    performing.remove(reached.session());
    var errand = reached.errand();
    var log = reached.log();
    var known = reached.outcome();
    var end = log.outcome(known == null ? null : unlessCutShort(known), reached.fault());
    var outcome =
        (errand.kind() == Errand.Kind.TEST ? review.of(end) : end)
            .of(options.repetition())
            .after(errand.earlier());
    if (isTriedAgain(errand, outcome)) {
      watcher.retried(outcome, errand.earlier().size() + 1, options.retries());
      errand.earlier().add(outcome);
      agenda.again(errand);
    } else {
      settle(errand, outcome, log.payloadBytes(), values);
    }
    fillLater();
  }

  private boolean isTriedAgain(Errand errand, TestOutcome outcome) {
    return errand.kind() == Errand.Kind.TEST
        && !outcome.result().isGood()
        && errand.earlier().size() < options.retries()
        && stopped == null;
  }

  private void settle(
      Errand errand, TestOutcome outcome, long payloadBytes, Map<String, Value> values) {
    errand.ended(outcome, values);
    agenda.done(errand);
    if (errand.kind() != Errand.Kind.TEST && outcome.result().isGood()) {
      watcher.hookEnded(outcome);
      return;
    }
    watcher.ended(outcome);
    ended.put(errand.order(), transcripts.keep(outcome, payloadBytes));
    if (options.failFast() && !outcome.result().isGood()) {
      stop(titleOf(outcome) + " did not pass", true);
    }
  }

  private static String titleOf(TestOutcome outcome) {
    return outcome.row().isEmpty() ? outcome.name() : outcome.name() + " (" + outcome.row() + ")";
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
      new IdentityHashMap<>(performing).forEach((session, kind) -> cut(session, kind, why));
      fill();
    }
  }

  private void cut(Performance session, Errand.Kind kind, String why) {
    switch (kind) {
      case BEFORE, TEST -> cutShort(session, why);
      case AFTER -> cutLater(session, why);
    }
  }

  private void cutShort(Performance session, String why) {
    session.cancel(why);
    connector.schedule(cancelLimit, session::abandon);
  }

  /** What is done after all of a folder has its time, also at the end. */
  private void cutLater(Performance session, String why) {
    connector.schedule(LAST_HOOK, () -> cutShort(session, why));
  }
}
