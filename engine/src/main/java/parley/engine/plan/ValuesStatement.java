package parley.engine.plan;

import java.util.List;
import parley.model.collection.Position;
import parley.model.outcome.CheckOutcome;
import parley.model.outcome.CheckOutcome.Verdict;

/**
 * What statements over the values at a path of several messages have in common.
 *
 * @param shown how outcomes call the statement
 * @param expected what it expects, without a place
 */
record ValuesStatement(Position at, String shown, String expected, PathPlan path) {

  /** How values are judged. */
  interface Judge {

    CheckOutcome judge(List<Messages.Placed> values, Messages.Some messages);
  }

  /** Goes through the messages; a message without a value is the first offender. */
  CheckOutcome outcome(MessageSight sight, Judge judge) {
    return switch (Messages.of(sight)) {
      case Messages.None(var fault) ->
          outcome(fault.text(), ExpressionStatement.verdict(fault.reason()));
      case Messages.Some some ->
          switch (some.values(path)) {
            case Messages.Found.Values(var values) -> judge.judge(values, some);
            case Messages.Found.Not not ->
                outcome(
                    "%s in %s".formatted(not.fault().text(), some.place(not.index())),
                    ExpressionStatement.verdict(not.fault().reason()));
          };
    };
  }

  CheckOutcome holds(int count) {
    return outcome(count + (count == 1 ? " value" : " values"), Verdict.HOLDS);
  }

  CheckOutcome fails(String found) {
    return outcome(found, Verdict.FAILS);
  }

  CheckOutcome outcome(String found, Verdict verdict) {
    return new CheckOutcome(at, shown, expected, found, verdict);
  }
}
