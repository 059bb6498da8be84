package parley.engine.plan;

import java.util.List;

/**
 * What a folder wants done around each test, in the test's own session.
 *
 * @param before a group, or nothing
 * @param after a group that is done in any case once {@code before} has begun, or nothing
 */
public record HookPlan(List<StepPlan> before, List<StepPlan> after) {
  public HookPlan {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }
}
