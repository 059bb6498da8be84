package parley.engine.plan;

import org.jspecify.annotations.Nullable;
import parley.engine.check.Shown;
import parley.engine.function.Result;
import parley.model.collection.Check;
import parley.model.collection.Position;
import parley.model.outcome.CheckOutcome;
import parley.model.outcome.CheckOutcome.Verdict;
import parley.model.value.Decimal;
import parley.model.value.Value;

/** Over the messages taken, each one's first number follows the last one of the message before. */
final class SequenceStatement implements Statement {

  private final Position at;
  private final String shown;
  private final PathPlan from;
  private final PathPlan to;
  private final JsonPlan step;

  private SequenceStatement(Position at, String shown, PathPlan from, PathPlan to, JsonPlan step) {
    this.at = at;
    this.shown = shown;
    this.from = from;
    this.to = to;
    this.step = step;
  }

  static SequenceStatement of(Check.Sequence check, Compiling compiling) {
    return new SequenceStatement(
        check.at(),
        check.from().equals(check.to())
            ? "sequence of " + check.from()
            : "sequence from %s to %s".formatted(check.from(), check.to()),
        PathPlan.of(check.from(), compiling),
        PathPlan.of(check.to(), compiling),
        JsonPlan.of(check.step(), compiling));
  }

  @Override
  public boolean holds(MessageSight sight) {
    return outcome(sight).holds();
  }

  @Override
  public CheckOutcome outcome(MessageSight sight) {
    return switch (step.value(sight.scope())) {
      case Filled.Of(Decimal by) -> outcome(sight, by);
      case Filled.Of(var value) -> outcome("a number as step", Shown.of(value), Verdict.BROKEN);
      case Filled.Faulty(_, var text, var reason) ->
          outcome("a number as step", text, ExpressionStatement.verdict(reason));
    };
  }

  private CheckOutcome outcome(MessageSight sight, Decimal by) {
    return switch (Messages.of(sight)) {
      case Messages.Some some -> walk(some, by);
      case Messages.None(var fault) ->
          outcome(withStep(by), fault.text(), ExpressionStatement.verdict(fault.reason()));
    };
  }

  /** The first message that does not follow the one before decides. */
  private CheckOutcome walk(Messages.Some messages, Decimal by) {
    @Nullable Decimal next = null;
    for (var i = 0; i < messages.size(); i++) {
      var place = " in " + messages.place(i);
      var first = messages.find(from, i);
      var last = messages.find(to, i);
      if (!(number(first) instanceof Decimal begin) || (next != null && !begin.equals(next))) {
        return outcome(
            withStep(by) + ": " + (next == null ? "a number" : next.text()) + place,
            shown(first),
            Verdict.FAILS);
      }
      if (!(number(last) instanceof Decimal end)) {
        return outcome(withStep(by) + ": a number at the end" + place, shown(last), Verdict.FAILS);
      }
      next = Decimal.of(end.toBigDecimal().add(by.toBigDecimal())).orElse(null);
    }
    return outcome(withStep(by), messages.size() + " messages without a gap", Verdict.HOLDS);
  }

  private static @Nullable Value number(Result result) {
    return result instanceof Result.Of(var value) ? value : null;
  }

  private static String shown(Result result) {
    return switch (result) {
      case Result.Of(var value) -> Shown.of(value);
      case Result.Fault fault -> fault.text();
    };
  }

  private static String withStep(Decimal by) {
    return "steps of " + by.text();
  }

  private CheckOutcome outcome(String expected, String found, Verdict verdict) {
    return new CheckOutcome(at, shown, expected, found, verdict);
  }
}
