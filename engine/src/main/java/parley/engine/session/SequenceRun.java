package parley.engine.session;

import java.util.List;
import parley.engine.plan.StepPlan;
import parley.model.outcome.Result;

/** Steps one after the other, up to the first that does not go on. */
final class SequenceRun implements Activity {

  private final List<StepPlan> steps;
  private int next;
  private boolean done;
  private Ending last = Ending.PASSED;

  SequenceRun(List<StepPlan> steps) {
    this.steps = steps;
  }

  /** Steps of which only some were left out did what they should. */
  @Override
  public Progress proceed(Strand strand) {
    if (last.goesOn() && next < steps.size()) {
      return new Progress.Enter(new StepRun(steps.get(next++)));
    }
    return Progress.end(done && last.goesOn() ? Ending.PASSED : last);
  }

  @Override
  public void innerEnded(Ending ending) {
    last = ending;
    done |= !(ending.result() instanceof Result.Skipped);
  }
}
