package parley.engine.plan;

import java.util.List;
import java.util.function.Function;
import parley.engine.check.Shown;
import parley.model.collection.Json;
import parley.model.outcome.CheckOutcome;
import parley.model.outcome.CheckOutcome.Verdict;
import parley.model.value.Value;

/** A list to compare with, written in the file or computed. */
record ListOperand(JsonPlan json) {

  static ListOperand of(Json json, Compiling compiling) {
    var plan = JsonPlan.of(json, compiling);
    if (plan.isConstant() && !(json instanceof Json.Items)) {
      compiling.problem(plan.at(), "a value that is no list", "a list of values");
    }
    return new ListOperand(plan);
  }

  /** What {@code judge} says of the list; broken where there is none. */
  CheckOutcome outcome(
      MessageSight sight, ValuesStatement values, Function<List<Value>, CheckOutcome> judge) {
    return switch (json.value(sight.scope())) {
      case Filled.Of(Value.Items(var all)) -> judge.apply(all);
      case Filled.Of(var value) ->
          values.outcome(Shown.of(value) + " to compare with, which is no list", Verdict.BROKEN);
      case Filled.Faulty(_, var text, var reason) ->
          values.outcome(text, ExpressionStatement.verdict(reason));
    };
  }
}
