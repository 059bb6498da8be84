package parley.runner.test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import parley.engine.session.Report;
import parley.model.outcome.ConversationOutcome;
import parley.model.outcome.Numbered;
import parley.model.outcome.Result;
import parley.model.outcome.StepOutcome;
import parley.model.outcome.TestOutcome;
import parley.runner.live.SessionWatcher;

/** A run that goes on, and what is known of it so far. For the connector's thread. */
final class Performing implements SessionWatcher {

  /** As many as a session keeps. */
  private static final int MAX_STEPS = 10_000;

  private final CaseRun run;
  private final TestWatcher watcher;
  private final BoundedTranscript transcript = new BoundedTranscript();
  private final List<StepOutcome> steps = new ArrayList<>();
  private final Instant began = Instant.now();
  private final long beganNanos = System.nanoTime();

  Performing(CaseRun run, TestWatcher watcher) {
    this.run = run;
    this.watcher = watcher;
  }

  @Override
  public void report(Report report) {
    if (report instanceof Report.StepEnded(var step) && steps.size() < MAX_STEPS) {
      steps.add(step);
    }
    watcher.report(run.test(), run.row(), report);
  }

  @Override
  public void entry(Numbered entry) {
    transcript.add(entry);
    watcher.entry(run.test(), run.row(), entry);
  }

  long payloadBytes() {
    return transcript.payloadBytes();
  }

  /** What came of it: the session's own outcome, or what is known when a fault ended it. */
  TestOutcome outcome(@Nullable ConversationOutcome reached, @Nullable Throwable fault) {
    return outcomeOf(reached != null ? reached : broken(fault));
  }

  private TestOutcome outcomeOf(ConversationOutcome outcome) {
    var test = run.test();
    return new TestOutcome(
        test.file(),
        test.name(),
        run.row(),
        test.facts(),
        began,
        run.seed(),
        null,
        List.of(),
        outcome,
        transcript.toList(),
        transcript.isCut());
  }

  private ConversationOutcome broken(@Nullable Throwable fault) {
    var took = Duration.ofNanos(System.nanoTime() - beganNanos);
    return new ConversationOutcome(new Result.Broken(textOf(fault)), took, steps);
  }

  private static String textOf(@Nullable Throwable fault) {
    return switch (fault) {
      case CancellationException _ ->
          "it did not end although it was cut short, which is a fault of Parley: please report it"
              + " with the conversation's file";
      case CompletionException wrapped when wrapped.getCause() != null ->
          textOf(wrapped.getCause());
      case null -> "it ended without an outcome, which is a fault of Parley";
      case Throwable ours ->
          "a fault of Parley ended it, please report it with the conversation's file: "
              + ours
              + placeOf(ours);
    };
  }

  private static String placeOf(Throwable fault) {
    var trace = fault.getStackTrace();
    return trace.length == 0 ? "" : " at " + trace[0];
  }

  /** What comes of a run that does not begin. */
  static TestOutcome left(CaseRun run, Result result) {
    var outcome = new ConversationOutcome(result, Duration.ZERO, List.of());
    var test = run.test();
    return new TestOutcome(
        test.file(),
        test.name(),
        run.row(),
        test.facts(),
        Instant.now(),
        run.seed(),
        outcome,
        List.of());
  }
}
