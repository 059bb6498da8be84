package parley.engine.session;

import parley.engine.plan.Filled;
import parley.engine.plan.StepPlan;

/**
 * Steps that belong together, as often as they are repeated, and those that are done in any case.
 */
final class GroupRun implements Activity {

  private enum Phase {
    NEW,
    STEPS,
    DELAY,
    LAST
  }

  private final StepPlan.Group plan;
  private final Link link;
  private final Repetition repetition;
  private Phase phase = Phase.NEW;
  private Ending ending = Ending.PASSED;
  private Ending last = Ending.PASSED;
  private long dueNanos = NEVER;

  GroupRun(StepPlan.Group plan, Link link) {
    this.plan = plan;
    this.link = link;
    repetition = new Repetition(plan.repeatOrNull());
  }

  @Override
  public Progress proceed(Strand strand) {
    return switch (phase) {
      case NEW -> begin(strand);
      case STEPS -> after(strand);
      case DELAY -> steps(strand);
      case LAST -> Progress.end(together());
    };
  }

  private Progress begin(Strand strand) {
    for (var one : plan.variables()) {
      switch (one.value().value(strand.scope(link))) {
        case Filled.Of(var value) -> strand.locals(new Local(one.slot(), value, strand.locals()));
        case Filled.Faulty(_, var text, _) -> {
          ending = Ending.broken(one.name() + ": " + text);
          return last();
        }
      }
    }
    return next(strand, repetition.first(strand.scope(link)));
  }

  private Progress next(Strand strand, Repetition.Next next) {
    return switch (next) {
      case Repetition.Next.End(var how) -> {
        ending = how;
        yield last();
      }
      case Repetition.Next.Again again -> {
        var delayNanos = again.delayNanos();
        dueNanos = strand.session().nowNanos() + delayNanos;
        phase = Phase.DELAY;
        yield steps(strand);
      }
    };
  }

  private Progress steps(Strand strand) {
    if (strand.session().nowNanos() < dueNanos) {
      return Progress.Wait.HERE;
    }
    dueNanos = NEVER;
    phase = Phase.STEPS;
    return new Progress.Enter(new SequenceRun(plan.steps()));
  }

  private Progress after(Strand strand) {
    return ending.goesOn() ? next(strand, repetition.next(strand.scope(link))) : last();
  }

  private Progress last() {
    phase = Phase.LAST;
    return new Progress.Enter(new SequenceRun(plan.last()));
  }

  @Override
  public void innerEnded(Ending how) {
    if (phase == Phase.LAST) {
      last = how;
    } else {
      ending = how;
    }
  }

  /** Its own steps count more than those at the end; who leaves it, leaves it well. */
  private Ending together() {
    var first = ending.result().isGood() && !last.goesOn() ? last : ending;
    return first.flow() == Ending.Flow.LEAVE_GROUP ? Ending.of(first.result()) : first;
  }

  @Override
  public long dueNanos() {
    return dueNanos;
  }
}
