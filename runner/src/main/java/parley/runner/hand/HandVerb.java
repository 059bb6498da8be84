package parley.runner.hand;

import parley.model.collection.Modifiers;
import parley.model.collection.Step;

/** Makes a step of what stands beside its verb. */
@FunctionalInterface
public interface HandVerb {

  Step with(Modifiers modifiers);
}
