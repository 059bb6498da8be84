package parley.engine.expression;

import java.util.function.Function;
import parley.engine.function.Result;
import parley.engine.function.Result.Fault;
import parley.engine.function.Result.Reason;
import parley.model.value.Value;

/**
 * How truth and faults combine, as in CEL: a side that decides {@code &&} or {@code ||} makes a
 * fault of the other side irrelevant, whichever comes first; any other operator passes its first
 * fault on.
 */
final class Logic {

  private Logic() {}

  /** What an operator does with two values. */
  interface Operation {
    Result of(Value left, Value right);
  }

  static Result then(Result result, Function<Value, Result> use) {
    return switch (result) {
      case Result.Of(var value) -> use.apply(value);
      case Fault fault -> fault;
    };
  }

  /** The same, with the place of a fault at {@code place}. */
  static Result at(int place, Result result) {
    return result instanceof Fault(var reason, _, var text)
        ? new Fault(reason, place, text)
        : result;
  }

  static Code both(Code left, Code right, Operation operation) {
    return frame ->
        then(left.run(frame), one -> then(right.run(frame), other -> operation.of(one, other)));
  }

  static Code not(int at, Code part) {
    return frame -> {
      var truth = truth(at, "!", part.run(frame));
      return truth instanceof Fault ? truth : Result.of(truth.equals(Result.FALSE));
    };
  }

  static Code and(int at, Code left, Code right) {
    return frame -> combine(at, "&&", left, right, frame, Result.FALSE);
  }

  static Code or(int at, Code left, Code right) {
    return frame -> combine(at, "||", left, right, frame, Result.TRUE);
  }

  private static Result combine(
      int at, String operator, Code left, Code right, Frame frame, Result decisive) {
    var one = truth(at, operator, left.run(frame));
    if (one.equals(decisive)) {
      return decisive;
    }
    var other = truth(at, operator, right.run(frame));
    return other.equals(decisive) || !(one instanceof Fault) ? other : one;
  }

  /** TRUE, FALSE or a fault. */
  static Result truth(int at, String operator, Result result) {
    return then(
        result,
        value ->
            value instanceof Value.Bool truth
                ? Result.of(truth.value())
                : Operators.invalid(
                    at, operator + " takes booleans, found " + value.kind().phrase()));
  }

  static Code conditional(int at, Code condition, Code then, Code otherwise) {
    return frame -> {
      var truth = truth(at, "?:", condition.run(frame));
      return truth instanceof Fault
          ? truth
          : (truth.equals(Result.TRUE) ? then : otherwise).run(frame);
    };
  }

  static Code present(Code code) {
    return frame -> {
      var result = code.run(frame);
      return isMissing(result) || result instanceof Result.Of
          ? Result.of(!isMissing(result))
          : result;
    };
  }

  static Code orElse(Code code, Code otherwise) {
    return frame -> {
      var result = code.run(frame);
      return isMissing(result) ? otherwise.run(frame) : result;
    };
  }

  private static boolean isMissing(Result result) {
    return result instanceof Fault fault && fault.reason() == Reason.MISSING;
  }
}
