package parley.engine.session;

import java.util.List;
import parley.engine.plan.HookPlan;
import parley.engine.plan.Plan;

/** The steps of a test between what its folders want done before and after each. */
final class Hooks {

  private Hooks() {}

  /** What is done before stands around what is inside: the outer folders first, and last. */
  static Activity around(Plan plan) {
    Activity inner = new SequenceRun(plan.steps());
    if (plan.scripts().afterOrNull() != null) {
      inner = new FinallyRun(inner, List.of(plan.scripts().afterOrNull()));
    }
    for (var hook : plan.hooks().reversed()) {
      inner = around(hook, inner);
    }
    return inner;
  }

  private static Activity around(HookPlan hook, Activity inner) {
    var both = new ChainRun(List.of(new SequenceRun(hook.before()), inner));
    return hook.after().isEmpty() ? both : new FinallyRun(both, hook.after());
  }
}
