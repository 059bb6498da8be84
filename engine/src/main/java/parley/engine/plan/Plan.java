package parley.engine.plan;

import java.util.List;
import parley.model.collection.Step;

/** A conversation or a mock's endpoint, compiled: immutable, shared by all its sessions. */
public final class Plan {

  Plan() {}

  /** Compiles steps that a person gives by hand; they may use the names that the plan has. */
  public Planning<List<StepPlan>> command(List<Step> steps) {
    return new Planning.Planned<>(List.of());
  }
}
