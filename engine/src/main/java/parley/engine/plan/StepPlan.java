package parley.engine.plan;

/** A step, compiled. */
public sealed interface StepPlan {

  /** A step that does nothing. */
  record Nothing() implements StepPlan {}
}
