package parley.engine.plan;

import parley.engine.function.Result;
import parley.model.collection.Position;
import parley.model.value.Value;

/** What a template or an expression came to, with the place in the file where it went wrong. */
public sealed interface Filled {

  /** A value. */
  record Of(Value value) implements Filled {

    /** The text, where the value is one. */
    public String text() {
      return ((Value.Text) value).text();
    }
  }

  /**
   * There is no value.
   *
   * @param at where in the file
   * @param text what was found and what was expected
   */
  record Faulty(Position at, String text, Result.Reason reason) implements Filled {}

  /** A text. */
  static Filled of(String text) {
    return new Of(Value.of(text));
  }
}
