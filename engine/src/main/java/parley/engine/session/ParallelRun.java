package parley.engine.session;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.engine.plan.StepPlan;

/** Strands that go on side by side; the first that fails ends the others. */
final class ParallelRun implements Activity {

  private final StepPlan.Parallel plan;
  private final List<Strand> strands = new ArrayList<>();
  private boolean begun;
  private @Nullable Ending ending;

  ParallelRun(StepPlan.Parallel plan) {
    this.plan = plan;
  }

  @Override
  public Progress proceed(Strand strand) {
    if (!begun) {
      begun = true;
      plan.strands().forEach(steps -> strands.add(begin(strand, strands.size(), steps)));
    }
    if (ending == null) {
      ending =
          strands.stream()
              .filter(Strand::isOver)
              .map(Strand::ending)
              .filter(one -> !one.goesOn())
              .findFirst()
              .orElse(null);
      if (ending != null) {
        cutAll();
      }
    }
    if (!strands.stream().allMatch(Strand::isOver)) {
      return Progress.Wait.HERE;
    }
    return Progress.end(ending == null ? Ending.PASSED : ending);
  }

  private void cutAll() {
    strands.stream().filter(one -> !one.isOver()).forEach(Strand::cut);
  }

  @Override
  public boolean cut(Strand strand) {
    if (ending == null || ending.flow() != Ending.Flow.CUT) {
      ending = Ending.CUT;
      cutAll();
    }
    return strands.stream().anyMatch(one -> !one.isOver());
  }

  private static Strand begin(Strand outer, int place, List<StepPlan> steps) {
    var strand = new Strand(outer, place);
    strand.enter(new SequenceRun(steps));
    outer.session().add(strand);
    return strand;
  }

  @Override
  public void cancelled(Strand strand) {
    strands.forEach(Strand::cancel);
  }
}
