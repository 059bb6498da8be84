package parley.model.outcome;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts steps behind the groups that they stand in. */
final class StepOrder {

  private static final Comparator<StepOutcome> IN_GROUP =
      Comparator.<StepOutcome>comparingInt(step -> step.nesting().strand())
          .thenComparingInt(StepOutcome::number);

  private final Map<Integer, List<StepOutcome>> inside = new HashMap<>();
  private final List<StepOutcome> ordered = new ArrayList<>();

  private StepOrder() {}

  static List<StepOutcome> of(List<StepOutcome> steps) {
    var order = new StepOrder();
    order.add(steps);
    return List.copyOf(order.ordered);
  }

  /** Groups end late, so one may be missing among the many: its steps stand where they began. */
  private void add(List<StepOutcome> steps) {
    var known = new HashMap<Integer, StepOutcome>();
    steps.forEach(step -> known.put(step.number(), step));
    var outermost = new ArrayList<StepOutcome>();
    for (var step : steps) {
      var parent = step.nesting().parent();
      if (known.containsKey(parent)) {
        inside.computeIfAbsent(parent, _ -> new ArrayList<>()).add(step);
      } else {
        outermost.add(step);
      }
    }
    outermost.sort(Comparator.comparingInt(StepOutcome::number));
    outermost.forEach(this::add);
  }

  private void add(StepOutcome step) {
    ordered.add(step);
    var steps = inside.getOrDefault(step.number(), List.of());
    steps.stream().sorted(IN_GROUP).forEach(this::add);
  }
}
