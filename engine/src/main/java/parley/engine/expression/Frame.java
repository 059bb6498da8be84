package parley.engine.expression;

import java.util.Arrays;
import parley.model.value.Value;

/** One evaluation: its scope, the items that macros go through, and a budget of steps. */
final class Frame {

  /** How many items all macros of one evaluation may go through. */
  static final int MAX_STEPS = 1_000_000;

  private final Scope scope;
  private final Value[] locals;
  private int steps;

  Frame(Scope scope, int locals) {
    this.scope = scope;
    this.locals = new Value[locals];
    Arrays.fill(this.locals, Value.NULL);
  }

  Scope scope() {
    return scope;
  }

  Value local(int index) {
    return locals[index];
  }

  /** Sets the item of a macro; false where the budget is used up. */
  boolean step(int index, Value item) {
    locals[index] = item;
    return ++steps <= MAX_STEPS;
  }
}
