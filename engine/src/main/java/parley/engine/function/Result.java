package parley.engine.function;

import java.util.List;
import parley.model.value.Value;

/** What an expression came to: a value, or a fault. A fault is never taken for {@code false}. */
public sealed interface Result {

  /** The result {@code true}. */
  Result TRUE = new Of(Value.of(true));

  /** The result {@code false}. */
  Result FALSE = new Of(Value.of(false));

  /** A value. */
  record Of(Value value) implements Result {}

  /**
   * There is no value.
   *
   * @param reason what callers may want to tell apart
   * @param at where in the expression, in UTF-16 code units from its start
   * @param text what was found and what was expected
   */
  record Fault(Reason reason, int at, String text) implements Result {}

  /** Why there is no value. */
  enum Reason {
    /** A path finds nothing, a name or an index is not there, a variable has no value. */
    MISSING,
    /** The message is not JSON. */
    NOT_JSON,
    /** Kinds, ranges, arguments or limits do not allow it. */
    INVALID
  }

  /** A value. */
  static Result of(Value value) {
    return new Of(value);
  }

  /** A truth value, without allocating. */
  static Result of(boolean truth) {
    return truth ? TRUE : FALSE;
  }

  /** A text. */
  static Result of(String text) {
    return new Of(Value.of(text));
  }

  /** A whole number. */
  static Result of(long number) {
    return new Of(Value.of(number));
  }

  /** A list. */
  static Result of(List<Value> items) {
    return new Of(Value.of(items));
  }
}
