package parley.engine.session;

import java.util.List;
import parley.engine.plan.StepPlan;

/** Steps one after the other, up to the first that does not go on. */
final class SequenceRun implements Activity {

  private final List<StepPlan> steps;
  private int next;
  private Ending last = Ending.PASSED;

  SequenceRun(List<StepPlan> steps) {
    this.steps = steps;
  }

  @Override
  public Progress proceed(Strand strand) {
    return last.goesOn() && next < steps.size()
        ? new Progress.Enter(new StepRun(steps.get(next++)))
        : Progress.end(last);
  }

  @Override
  public void innerEnded(Ending ending) {
    last = ending;
  }
}
