package parley.engine.plan;

import java.util.List;
import java.util.stream.Stream;
import parley.model.collection.Step;

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
    var set = step.modifiers().set().stream().map(one -> one.name());
    return Stream.concat(
        set,
        switch (step) {
          case Step.Receive receive -> receive.extract().stream().map(one -> one.name());
          case Step.ForEach loop -> Stream.of(loop.item());
          case Step.Use use -> use.with().stream().map(one -> one.name());
          case Step.Group _,
              Step.Parallel _,
              Step.Connect _,
              Step.Send _,
              Step.Absent _,
              Step.Closed _,
              Step.Ping _,
              Step.Close _,
              Step.Wait _,
              Step.Assign _,
              Step.Verify _,
              Step.Script _,
              Step.Stop _,
              Step.Skip _,
              Step.Reset _,
              Step.Broadcast _,
              Step.Join _,
              Step.Leave _ ->
              Stream.empty();
        });
  }
}
