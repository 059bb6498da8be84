package parley.engine.session;

import java.util.List;
import parley.engine.plan.StepPlan;

/**
 * Something, and steps that are done after it in any case: also when it fails, is cut short, or
 * runs out of time.
 *
 * <pre>
 *   NEW --> INNER --it ended, or is cut--> LAST --> its ending, or that of the last steps if only
 *                                                   they are bad
 * </pre>
 */
final class FinallyRun implements Activity {

  private enum Phase {
    NEW,
    INNER,
    LAST
  }

  private final Activity inner;
  private final List<StepPlan> steps;
  private Phase phase = Phase.NEW;
  private Ending ending = Ending.PASSED;
  private Ending last = Ending.PASSED;
  private boolean cut;

  FinallyRun(Activity inner, List<StepPlan> steps) {
    this.inner = inner;
    this.steps = steps;
  }

  @Override
  public Progress proceed(Strand strand) {
    return switch (phase) {
      case NEW -> {
        phase = Phase.INNER;
        yield new Progress.Enter(inner);
      }
      case INNER -> {
        phase = Phase.LAST;
        strand.session().scripting().ended(ending.result());
        yield new Progress.Enter(new SequenceRun(steps));
      }
      case LAST -> Progress.end(together());
    };
  }

  @Override
  public void innerEnded(Ending how) {
    if (phase == Phase.LAST) {
      last = how;
    } else {
      ending = how;
    }
  }

  private Ending together() {
    var both = ending.result().isGood() && !last.goesOn() ? last : ending;
    return cut || ending.flow() == Ending.Flow.CUT
        ? new Ending(both.result(), Ending.Flow.CUT, "")
        : both;
  }

  @Override
  public boolean isLast() {
    return phase == Phase.LAST;
  }

  @Override
  public boolean cut(Strand strand) {
    cut = true;
    if (phase == Phase.INNER) {
      ending = Ending.CUT;
    }
    return true;
  }
}
