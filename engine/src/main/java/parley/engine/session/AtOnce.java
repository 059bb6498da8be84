package parley.engine.session;

import java.util.function.BiConsumer;
import parley.engine.plan.Filled;
import parley.engine.plan.StepLabel;
import parley.engine.plan.StepPlan;
import parley.engine.plan.TemplatePlan;
import parley.model.outcome.Result;
import parley.model.value.Value;

/** Verbs that wait for nothing. */
final class AtOnce {

  private AtOnce() {}

  static Activity assign(StepPlan.Assign plan, StepRun step, Link link) {
    return strand -> {
      for (var one : plan.assignments()) {
        switch (one.value().value(strand.scope(link))) {
          case Filled.Of(var value) -> {
            strand.session().memory().assign(one.slot(), value);
            step.findings().extracted(one.name(), value);
          }
          case Filled.Faulty(_, var text, _) -> {
            return Progress.end(Ending.broken(one.name() + ": " + text));
          }
        }
      }
      return Progress.end(Ending.PASSED);
    };
  }

  /** Goes on elsewhere, and says why. */
  static Activity leave(TemplatePlan reason, StepRun step, Ending.Flow flow) {
    return strand ->
        Progress.end(
            switch (reason.text(strand.scope())) {
              case Filled.Of(var value) -> {
                var why = ((Value.Text) value).text();
                step.findings().label(StepLabel.leaving(flow == Ending.Flow.STOP, why));
                yield new Ending(new Result.Passed(), flow, why);
              }
              case Filled.Faulty(_, var why, _) -> Ending.broken(why);
            });
  }

  static Activity room(TemplatePlan room, BiConsumer<Strand, String> change) {
    return strand ->
        switch (room.text(strand.scope())) {
          case Filled.Of(var text) -> {
            change.accept(strand, ((Value.Text) text).text());
            yield Progress.end(Ending.PASSED);
          }
          case Filled.Faulty(_, var why, _) -> Progress.end(Ending.broken(why));
        };
  }
}
