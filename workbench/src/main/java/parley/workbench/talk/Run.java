package parley.workbench.talk;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import parley.files.yaml.Pointer;
import parley.model.value.Value;
import parley.workbench.call.With;
import parley.workbench.form.PageValues;
import parley.workbench.step.Positions;
import parley.workbench.step.StepResults;

/**
 * The steps of a conversation, or some of them, done once.
 *
 * @param others what other steps came to before
 * @param positions the rows of messages that its results name
 */
record Run(StepResults results, List<Value> others, Positions positions, long beganNanos) {

  Duration took() {
    return Duration.ofNanos(System.nanoTime() - beganNanos);
  }

  boolean isGoingOn() {
    return !results.isOver();
  }

  /** All results, see {@code StepResult} of the page, in the order of the file. */
  List<Value> all() {
    var own = results.toValues(positions);
    return others.isEmpty()
        ? own
        : Stream.concat(others.stream(), own.stream())
            .sorted(Comparator.comparingLong(Run::line))
            .toList();
  }

  private static long line(Value result) {
    return With.of(result).number("line");
  }

  /** Those of steps that stand at none of these places. */
  List<Value> without(List<Pointer> some) {
    return all().stream()
        .filter(one -> {
          var at = PageValues.pointer(With.of(one).list("at"));
          return some.stream().noneMatch(place -> place.leadsTo(at));
        })
        .toList();
  }
}
