package parley.engine.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.engine.plan.Filled;
import parley.engine.plan.StepPlan;
import parley.model.value.Value;

/** Steps for each item of a list. */
final class ForEachRun implements Activity {

  private final StepPlan.ForEach plan;
  private @Nullable List<Value> items;
  private @Nullable Local outer;
  private int next;
  private Ending ending = Ending.PASSED;

  ForEachRun(StepPlan.ForEach plan) {
    this.plan = plan;
  }

  @Override
  public Progress proceed(Strand strand) {
    return items == null ? begin(strand) : next(strand, items);
  }

  private Progress begin(Strand strand) {
    outer = strand.locals();
    return switch (plan.list().value(strand.scope())) {
      case Filled.Faulty(_, var text, _) -> Progress.end(Ending.broken(text));
      case Filled.Of(Value.Items(var all)) -> {
        items = all;
        yield next(strand, all);
      }
      case Filled.Of(Value.Fields(var fields)) -> {
        var all = fields.entrySet().stream().map(ForEachRun::entry).toList();
        items = all;
        yield next(strand, all);
      }
      case Filled.Of(var other) ->
          Progress.end(
              Ending.broken(
                  "found %s, expected a list or a map to go through"
                      .formatted(other.kind().phrase())));
    };
  }

  private static Value entry(Map.Entry<String, Value> of) {
    var entry = new LinkedHashMap<String, Value>();
    entry.put("key", Value.of(of.getKey()));
    entry.put("value", of.getValue());
    return Value.of(entry);
  }

  private Progress next(Strand strand, List<Value> all) {
    strand.locals(outer);
    if (!ending.goesOn() || next == all.size()) {
      return Progress.end(
          ending.flow() == Ending.Flow.LEAVE_GROUP ? Ending.of(ending.result()) : ending);
    }
    strand.locals(new Local(plan.item(), all.get(next++), outer));
    return new Progress.Enter(new SequenceRun(plan.steps()));
  }

  @Override
  public void innerEnded(Ending how) {
    ending = how;
  }
}
