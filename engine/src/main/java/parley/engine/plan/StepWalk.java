package parley.engine.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.model.collection.Code;
import parley.model.collection.Conversation;
import parley.model.collection.Extraction;
import parley.model.collection.Source;
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

  /**
   * The variables that steps and their scripts set or extract for all that follows, those of used
   * files included.
   *
   * @param used the conversations that {@code use} brings in
   */
  static Set<String> brought(List<Step> steps, Map<Source, Conversation> used, FileAccess files) {
    return all(steps)
        .flatMap(step -> left(step, used, files))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> left(Step step, Map<Source, Conversation> used, FileAccess files) {
    return switch (step) {
      case Step.Assign assign -> assign.modifiers().set().stream().map(Variable::name);
      case Step.Receive receive -> receive.extract().stream().map(Extraction::name);
      case Step.Script script -> ScriptPlan.names(script.code(), files);
      case Step.Use use ->
          Optional.ofNullable(used.get(use.file())).stream()
              .flatMap(one -> brought(one.steps(), used, files).stream());
      case Step _ -> Stream.empty();
    };
  }

  /** The JavaScript of a step itself. */
  static Stream<Code> code(Step step) {
    return step instanceof Step.Script script ? Stream.of(script.code()) : Stream.empty();
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
