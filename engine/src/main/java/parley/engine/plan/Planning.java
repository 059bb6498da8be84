package parley.engine.plan;

import java.util.List;

/** What planning came to. */
public sealed interface Planning<T> {

  /** The plan, ready to be run. */
  record Planned<T>(T plan) implements Planning<T> {}

  /** All that is wrong, by file and place. */
  record Wrong<T>(List<PlanProblem> problems) implements Planning<T> {
    public Wrong {
      problems = List.copyOf(problems);
    }
  }
}
