package parley.engine.plan;

import java.util.List;
import java.util.stream.Stream;
import parley.model.collection.Extraction;
import parley.model.collection.Step;
import parley.model.collection.Variable;

/** Goes through steps and all that stand inside of them. */
final class StepWalk {

  private StepWalk() {}

  /** The steps, each before those inside of it. */
  static Stream<Step> all(List<Step> steps) {
    return steps.stream()
        .flatMap(
            step -> Stream.concat(Stream.of(step), step.inner().stream().flatMap(StepWalk::all)));
  }

  /** The variables that a step itself brings. */
  static Stream<String> names(Step step) {
    return Stream.concat(step.modifiers().set().stream().map(Variable::name), own(step));
  }

  private static Stream<String> own(Step step) {
    if (step instanceof Step.Receive receive) {
      return receive.extract().stream().map(Extraction::name);
    }
    if (step instanceof Step.ForEach loop) {
      return Stream.of(loop.item());
    }
    return step instanceof Step.Use use ? use.with().stream().map(Variable::name) : Stream.empty();
  }
}
