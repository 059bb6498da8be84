package parley.engine.session;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import parley.engine.plan.Assignment;
import parley.engine.plan.Durations;
import parley.engine.plan.Filled;
import parley.engine.plan.StepHead;
import parley.engine.plan.StepPlan;
import parley.model.outcome.Result;
import parley.model.outcome.StepOutcome;
import parley.model.value.Value;

/**
 * One step: what stands beside its verb, around what the verb does.
 *
 * <pre>
 *   CONDITION --after--> PAUSE --> BEGIN --verb--> DOING --> its outcome
 *                                    ^              |
 *                                    +----retry-----+
 * </pre>
 */
final class StepRun implements Activity {

  private enum Phase {
    CONDITION,
    PAUSE,
    BEGIN,
    DOING
  }

  private final StepPlan plan;
  private final StepHead head;
  private final Findings findings = new Findings();
  private Phase phase = Phase.CONDITION;
  private Ending ending = Ending.PASSED;
  private long dueNanos = NEVER;
  private long deadlineNanos = NEVER;
  private long withinNanos = NEVER;
  private long beganNanos;
  private int number;
  private int tries;
  private @Nullable Ending timedOut;
  private @Nullable Local outer;
  private @Nullable Link link;

  StepRun(StepPlan plan) {
    this.plan = plan;
    head = plan.head();
  }

  Findings findings() {
    return findings;
  }

  @Override
  public Progress proceed(Strand strand) {
    return switch (phase) {
      case CONDITION -> condition(strand);
      case PAUSE, BEGIN -> pause(strand);
      case DOING -> over(strand);
    };
  }

  private Progress condition(Strand strand) {
    if (head.condition().isPresent()) {
      switch (head.condition().get().truth(strand.scope())) {
        case Filled.Of(var value) -> {
          if (!value.equals(Value.of(true))) {
            return leaveOut(strand, new Result.Skipped("`if` is false"));
          }
        }
        case Filled.Faulty(_, var text, _) -> {
          return leaveOut(strand, new Result.Broken("`if`: " + text));
        }
      }
    }
    dueNanos = strand.session().nowNanos() + head.afterNanos();
    phase = Phase.PAUSE;
    return pause(strand);
  }

  private Progress leaveOut(Strand strand, Result result) {
    number = strand.session().outcomes().next();
    beganNanos = strand.session().nowNanos();
    return end(strand, Ending.of(result));
  }

  private Progress pause(Strand strand) {
    if (strand.session().nowNanos() < dueNanos) {
      return Progress.Wait.HERE;
    }
    dueNanos = NEVER;
    if (phase == Phase.PAUSE) {
      begin(strand);
    }
    return attempt(strand);
  }

  private void begin(Strand strand) {
    var session = strand.session();
    number = session.outcomes().begin(head, strand);
    beganNanos = session.nowNanos();
    head.mark().ifPresent(session::mark);
  }

  private Progress attempt(Strand strand) {
    tries++;
    timedOut = null;
    findings.clear();
    phase = Phase.DOING;
    outer = strand.locals();
    var session = strand.session();
    switch (session.links().of(head.on(), strand)) {
      case Links.Finding.None(var why) -> {
        return end(strand, Ending.broken(why));
      }
      case Links.Finding.Found(var found) -> link = found;
    }
    for (var set : head.sets()) {
      switch (set.value().value(strand.scope(link))) {
        case Filled.Of(var value) -> strand.locals(new Local(set.slot(), value, strand.locals()));
        case Filled.Faulty(_, var text, _) -> {
          return end(strand, Ending.broken(set(set, text)));
        }
      }
    }
    withinNanos = Verbs.withinNanos(plan);
    deadlineNanos = withinNanos == NEVER ? NEVER : session.nowNanos() + withinNanos;
    return new Progress.Enter(Verbs.start(plan, this, link));
  }

  private static String set(Assignment assignment, String text) {
    return "`set` of " + assignment.name() + ": " + text;
  }

  @Override
  public void innerEnded(Ending how) {
    ending = timedOut == null ? how : timedOut;
    deadlineNanos = NEVER;
  }

  /** Its time is up: when what it does has ended, it ended so. */
  void timesOut(Ending how) {
    timedOut = how;
    deadlineNanos = NEVER;
  }

  /** It is cut short from outside, which counts more. */
  void timesOutNoMore() {
    timedOut = null;
    deadlineNanos = NEVER;
  }

  private Progress over(Strand strand) {
    strand.locals(outer);
    if (!ending.result().isGood() && ending.flow() == Ending.Flow.ON && tries <= head.retries()) {
      dueNanos = strand.session().nowNanos() + head.retryDelayNanos(tries);
      phase = Phase.BEGIN;
      return pause(strand);
    }
    return end(strand, ending);
  }

  private Progress end(Strand strand, Ending how) {
    strand.locals(phase == Phase.CONDITION ? strand.locals() : outer);
    var session = strand.session();
    session
        .outcomes()
        .ended(
            new StepOutcome(
                number,
                findings.label().orElse(head.label()),
                head.idOrNull(),
                head.at(),
                link == null ? "" : link.name(),
                strand.nesting(),
                strand.isBackground(),
                Duration.ofNanos(beganNanos),
                Duration.ofNanos(session.nowNanos()),
                how.result(),
                head.soft(),
                Math.max(1, tries),
                findings.checks(),
                findings.extracted(),
                findings.saw(),
                findings.latency()));
    return Progress.end(
        head.soft() && !how.result().isGood() && how.flow() == Ending.Flow.ON
            ? Ending.PASSED
            : how);
  }

  /** What goes on in the background is cut short at the end of every conversation. */
  @Override
  public void cancelled(Strand strand) {
    if (number > 0 && !strand.isBackground()) {
      var _ = end(strand, Ending.of(Ending.CUT.result()));
    }
  }

  @Override
  public long dueNanos() {
    return dueNanos;
  }

  /** As it is told; 0 before it begins. */
  int number() {
    return number;
  }

  /** When its time is up. */
  long deadlineNanos() {
    return deadlineNanos;
  }

  /** A receive that is done several times has its time for each. */
  void again(Strand strand) {
    deadlineNanos = strand.session().nowNanos() + withinNanos;
  }

  /** The time it has, as files write it. */
  String within() {
    return Durations.text(Duration.ofNanos(withinNanos));
  }
}
