package parley.engine.check;

import java.util.function.Predicate;
import parley.engine.function.Result;
import parley.engine.function.Result.Reason;
import parley.model.value.JsonWriter;
import parley.model.value.Value;

/** One operator with what it expects: immutable, shared by all sessions. */
public final class Check {

  /** How much of a value a failure shows, in UTF-16 code units. */
  public static final int MAX_SHOWN = 1000;

  private final Operator operator;
  private final Value expected;
  private final Predicate<Value> holds;

  private Check(Operator operator, Value expected, Predicate<Value> holds) {
    this.operator = operator;
    this.expected = expected;
    this.holds = holds;
  }

  /** What preparing a check came to. */
  public sealed interface Prepared {

    /** The check, ready to be used. */
    record Ready(Check check) implements Prepared {}

    /** Why {@code expected} does not suit the operator. */
    record Wrong(String text) implements Prepared {}
  }

  /** Prepares {@code operator} with what it expects. */
  public static Prepared of(Operator operator, Value expected) {
    return switch (Conditions.of(operator, expected)) {
      case Conditions.Condition.Holds(var holds) ->
          new Prepared.Ready(new Check(operator, expected, holds));
      case Conditions.Condition.Wants(var what) ->
          new Prepared.Wrong(
              "%s expects %s, found %s".formatted(operator.word(), what, shown(expected)));
    };
  }

  /** Whether it holds for {@code found}, which stands at {@code path}. */
  public Outcome test(String path, Result found) {
    return switch (found) {
      case Result.Of(var value) -> outcome(holds.test(value), path, shown(value));
      case Result.Fault(var reason, _, var text) ->
          outcome(
              operator == Operator.EXISTS
                  && reason == Reason.MISSING
                  && expected.equals(Value.of(false)),
              path,
              reason == Reason.MISSING ? "nothing" : text);
    };
  }

  private Outcome outcome(boolean passed, String path, String found) {
    return passed ? Outcome.PASSED : new Outcome.Failed(this.toString(), found, path);
  }

  private static String shown(Value value) {
    var json = JsonWriter.write(value);
    return json.length() > MAX_SHOWN
        ? "%s... (%d characters)".formatted(json.substring(0, MAX_SHOWN), json.length())
        : json;
  }

  /** As users write it: {@code greater-than 3}. */
  @Override
  public String toString() {
    return operator.word() + " " + shown(expected);
  }
}
