package parley.engine.session;

import java.util.ArrayList;
import java.util.List;
import parley.engine.plan.StepPlan;

/** Strands that go on side by side; the first that fails ends the others. */
final class ParallelRun implements Activity {

  private final StepPlan.Parallel plan;
  private final List<Strand> strands = new ArrayList<>();
  private boolean begun;

  ParallelRun(StepPlan.Parallel plan) {
    this.plan = plan;
  }

  @Override
  public Progress proceed(Strand strand) {
    if (!begun) {
      begun = true;
      plan.strands().forEach(steps -> strands.add(begin(strand, steps)));
    }
    var stopped = strands.stream().filter(Strand::isOver).filter(one -> !one.ending().goesOn());
    var first = stopped.findFirst();
    if (first.isPresent()) {
      cancelled(strand);
      return Progress.end(first.get().ending());
    }
    return strands.stream().allMatch(Strand::isOver)
        ? Progress.end(Ending.PASSED)
        : Progress.Wait.HERE;
  }

  private static Strand begin(Strand outer, List<StepPlan> steps) {
    var strand = new Strand(outer);
    strand.enter(new SequenceRun(steps));
    outer.session().add(strand);
    return strand;
  }

  @Override
  public void cancelled(Strand strand) {
    strands.forEach(Strand::cancel);
  }
}
