package parley.engine.check;

import java.util.function.Function;
import java.util.function.Predicate;
import parley.engine.function.Result;
import parley.engine.schema.JsonSchema;
import parley.model.collection.Operator;
import parley.model.outcome.CheckOutcome.Verdict;
import parley.model.value.Value;

/** One operator with what it expects: immutable, shared by all sessions. */
public final class Check {

  private final String expected;
  private final boolean allowsNothing;
  private final Predicate<Value> holds;
  private final Function<Value, String> found;

  private Check(String expected, boolean allowsNothing, Conditions.Condition.Holds condition) {
    this.expected = expected;
    this.allowsNothing = allowsNothing;
    this.holds = condition.test();
    this.found = condition.found();
  }

  /** What preparing a check came to. */
  public sealed interface Prepared {

    /** The check, ready to be used. */
    record Ready(Check check) implements Prepared {}

    /** What the operator expects in place of what it was given. */
    record Wrong(String expected) implements Prepared {}
  }

  /** Prepares {@code operator} with what it expects. */
  public static Prepared of(Operator operator, Value expected) {
    return switch (Conditions.of(operator, expected)) {
      case Conditions.Condition.Holds condition ->
          new Prepared.Ready(
              new Check(
                  operator.key() + " " + Shown.of(expected),
                  operator == Operator.EXISTS && expected.equals(Value.of(false)),
                  condition));
      case Conditions.Condition.Wants(var what) -> new Prepared.Wrong(what);
    };
  }

  /** That a value follows {@code schema}, or does not; outcomes call it {@code name}. */
  public static Check of(Operator operator, JsonSchema schema, String name) {
    return new Check(
        operator.key() + " " + name,
        false,
        Conditions.signed(operator, Conditions.follows(schema)));
  }

  /** Whether it holds for what was found. */
  public boolean holds(Result result) {
    return verdict(result) == Verdict.HOLDS;
  }

  /** The verdict on what was found: nothing, and a message of another format, fail. */
  public Verdict verdict(Result result) {
    return switch (result) {
      case Result.Of(var value) -> holds.test(value) ? Verdict.HOLDS : Verdict.FAILS;
      case Result.Fault(var reason, _, _) ->
          switch (reason) {
            case MISSING -> allowsNothing ? Verdict.HOLDS : Verdict.FAILS;
            case NOT_JSON -> Verdict.FAILS;
            case INVALID -> Verdict.BROKEN;
          };
    };
  }

  /** How an outcome shows what was found. */
  public String shown(Result result) {
    return switch (result) {
      case Result.Of(var value) -> found.apply(value);
      case Result.Fault(_, _, var text) -> text;
    };
  }

  /** As users write it: {@code greater-than 3}. */
  @Override
  public String toString() {
    return expected;
  }
}
