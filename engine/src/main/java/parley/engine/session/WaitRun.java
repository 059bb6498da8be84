package parley.engine.session;

import parley.engine.plan.StepPlan;

/** Lets time pass. */
final class WaitRun implements Activity {

  private final StepPlan.Wait plan;
  private long endNanos = NEVER;

  WaitRun(StepPlan.Wait plan) {
    this.plan = plan;
  }

  @Override
  public Progress proceed(Strand strand) {
    if (endNanos == NEVER) {
      endNanos = strand.session().nowNanos() + plan.nanos();
    }
    return strand.session().nowNanos() < endNanos
        ? Progress.Wait.HERE
        : Progress.end(Ending.PASSED);
  }

  @Override
  public long dueNanos() {
    return endNanos;
  }
}
