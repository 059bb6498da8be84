package parley.engine.session;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.engine.plan.Filled;
import parley.engine.plan.StepPlan;

/** Steps that belong together, as often as they are repeated. */
final class GroupRun implements Activity {

  /** So many rounds may go by without any time passing; then the others get a chance. */
  private static final int BREATHLESS = 100_000;

  private static final long BREATH_NANOS = 1_000_000;

  private enum Phase {
    NEW,
    STEPS,
    DELAY
  }

  private final StepPlan.Group plan;
  private final Link link;
  private final Repetition repetition;
  private final List<Local> own = new ArrayList<>(0);
  private @Nullable Local outer;
  private Phase phase = Phase.NEW;
  private Ending ending = Ending.PASSED;
  private long dueNanos = NEVER;
  private long roundNanos;
  private int breathless;

  private GroupRun(StepPlan.Group plan, Link link) {
    this.plan = plan;
    this.link = link;
    repetition = new Repetition(plan.repeatOrNull());
  }

  /** With what is done in any case. Who leaves a group, leaves it well. */
  static Activity of(StepPlan.Group plan, Link link) {
    var steps = new GroupRun(plan, link);
    var whole = plan.last().isEmpty() ? steps : new FinallyRun(steps, plan.last());
    return new Left(whole);
  }

  /** What can be left by a {@code skip}. */
  private static final class Left implements Activity {

    private @Nullable Activity inner;
    private Ending ending = Ending.PASSED;

    Left(Activity inner) {
      this.inner = inner;
    }

    @Override
    public Progress proceed(Strand strand) {
      var first = inner;
      inner = null;
      return first != null
          ? new Progress.Enter(first)
          : Progress.end(
              ending.flow() == Ending.Flow.LEAVE_GROUP ? Ending.of(ending.result()) : ending);
    }

    @Override
    public void innerEnded(Ending how) {
      ending = how;
    }
  }

  @Override
  public Progress proceed(Strand strand) {
    return switch (phase) {
      case NEW -> begin(strand);
      case STEPS -> after(strand);
      case DELAY -> steps(strand);
    };
  }

  private Progress begin(Strand strand) {
    outer = strand.locals();
    for (var one : plan.variables()) {
      switch (one.value().value(strand.scope(link))) {
        case Filled.Of(var value) -> {
          var local = new Local(one.slot(), value, strand.locals());
          own.add(local);
          strand.locals(local);
        }
        case Filled.Faulty(_, var text, _) -> {
          return Progress.end(Ending.broken(one.name() + ": " + text));
        }
      }
    }
    return next(strand, repetition.first(strand.scope(link)));
  }

  private Progress next(Strand strand, Repetition.Next next) {
    return switch (next) {
      case Repetition.Next.End(var how) -> end(strand, how);
      case Repetition.Next.Again again -> {
        dueNanos = strand.session().nowNanos() + again.delayNanos() + breath(strand);
        phase = Phase.DELAY;
        yield steps(strand);
      }
    };
  }

  /** Rounds that wait for nothing would never let anything else happen, not even an end. */
  private long breath(Strand strand) {
    var now = strand.session().nowNanos();
    breathless = now == roundNanos ? breathless + 1 : 0;
    roundNanos = now;
    return breathless % BREATHLESS == BREATHLESS - 1 ? BREATH_NANOS : 0;
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
    return ending.goesOn()
        ? next(strand, repetition.next(strand.scope(link)))
        : end(strand, ending);
  }

  private Progress end(Strand strand, Ending how) {
    bringOut(strand);
    return Progress.end(how);
  }

  /** What the steps of a used file changed of its own variables is to be seen after it. */
  private void bringOut(Strand strand) {
    strand.locals(outer);
    var _ = strand.scope(link);
    for (var local : own) {
      if (plan.brings().contains(local.slot())) {
        local.changed().ifPresent(value -> strand.session().memory().assign(local.slot(), value));
      }
    }
  }

  @Override
  public void innerEnded(Ending how) {
    ending = how;
  }

  @Override
  public long dueNanos() {
    return dueNanos;
  }
}
