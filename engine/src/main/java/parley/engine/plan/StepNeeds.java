package parley.engine.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import parley.model.collection.Conversation;
import parley.model.collection.Step;
import parley.model.collection.Take;
import parley.model.collection.Variable;

/**
 * What a set of steps needs from the session they run in.
 *
 * @param names of the variables that they bring
 * @param marks numbers for the ids that others look back to
 * @param pairs what {@code answers} compares, each once
 */
record StepNeeds(
    Set<String> names, Map<String, Integer> marks, List<Step.Answers> pairs, Plan.InboxUse inbox) {

  /** Of all steps, those inside of others and in files that are brought in included. */
  static StepNeeds of(List<Step> steps, Iterable<Conversation> used) {
    var names = new TreeSet<String>();
    var all = new ArrayList<>(StepWalk.all(steps).toList());
    for (var file : used) {
      file.variables().stream().map(Variable::name).forEach(names::add);
      StepWalk.all(file.steps()).forEach(all::add);
    }
    all.stream().flatMap(StepWalk::names).forEach(names::add);
    return new StepNeeds(names, marks(all), pairs(all), inbox(all));
  }

  private static Map<String, Integer> marks(List<Step> steps) {
    var ids = steps.stream().flatMap(step -> step.modifiers().id().stream()).toList();
    var marks = new LinkedHashMap<String, Integer>();
    steps.stream()
        .flatMap(StepNeeds::lookedBackTo)
        .filter(ids::contains)
        .forEach(id -> marks.putIfAbsent(id, marks.size()));
    return marks;
  }

  private static Stream<String> lookedBackTo(Step step) {
    return step instanceof Step.Receive receive && receive.take() instanceof Take.Since(var id)
        ? Stream.of(id)
        : step instanceof Step.Absent absent ? absent.since().stream() : Stream.empty();
  }

  private static List<Step.Answers> pairs(List<Step> steps) {
    var pairs = new LinkedHashMap<String, Step.Answers>();
    for (var step : steps) {
      if (step instanceof Step.Receive receive) {
        receive
            .answers()
            .ifPresent(one -> pairs.putIfAbsent(one.send() + '\n' + one.by().text(), one));
      }
    }
    return List.copyOf(pairs.values());
  }

  private static Plan.InboxUse inbox(List<Step> steps) {
    if (steps.stream().anyMatch(StepNeeds::looksBack)) {
      return Plan.InboxUse.EVERYTHING;
    }
    return steps.stream().anyMatch(Step.Receive.class::isInstance)
        ? Plan.InboxUse.UNTIL_TAKEN
        : Plan.InboxUse.UNUSED;
  }

  private static boolean looksBack(Step step) {
    return step instanceof Step.Receive receive
        ? !(receive.take() instanceof Take.Next)
        : lookedBackTo(step).findAny().isPresent();
  }
}
