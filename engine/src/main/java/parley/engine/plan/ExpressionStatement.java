package parley.engine.plan;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.engine.check.Shown;
import parley.engine.expression.Expression;
import parley.engine.expression.Scope;
import parley.engine.function.Result;
import parley.model.outcome.CheckOutcome;
import parley.model.outcome.CheckOutcome.Verdict;
import parley.model.value.Value;

/** An expression that is to be true. */
record ExpressionStatement(ExpressionPlan expression) implements Statement {

  @Override
  public boolean holds(MessageSight sight) {
    return expression.holds(sight.scope());
  }

  @Override
  public CheckOutcome outcome(MessageSight sight) {
    return switch (expression.truth(sight.scope())) {
      case Filled.Of(var truth) when truth.equals(Value.of(true)) ->
          outcome(found(sight.scope(), "true"), Verdict.HOLDS);
      case Filled.Of _ -> outcome(found(sight.scope(), "false"), Verdict.FAILS);
      case Filled.Faulty(_, var text, var reason) -> outcome(text, verdict(reason));
    };
  }

  private CheckOutcome outcome(String found, Verdict verdict) {
    var source = expression.source();
    return new CheckOutcome(source.at(), source.text(), "true", found, verdict);
  }

  /** How a fault counts: what is not there was not sent, all else makes no sense. */
  static Verdict verdict(Result.Reason reason) {
    return switch (reason) {
      case MISSING, NOT_JSON -> Verdict.FAILS;
      case INVALID -> Verdict.BROKEN;
    };
  }

  /** The values that made it so: {@code $.total is 13, limit is 12.50}. */
  private String found(Scope scope, String otherwise) {
    var values =
        expression.operands().stream()
            .flatMap(operand -> found(operand, scope))
            .collect(Collectors.joining(", "));
    return values.isEmpty() ? otherwise : values;
  }

  private static Stream<String> found(Expression operand, Scope scope) {
    return switch (operand.evaluate(scope)) {
      case Result.Of(var value) -> Stream.of(operand + " is " + Shown.of(value));
      case Result.Fault(var reason, _, _) when reason == Result.Reason.MISSING ->
          Stream.of(operand + " is missing");
      case Result.Fault _ -> Stream.empty();
    };
  }
}
