package parley.engine.expression;

import parley.engine.function.Result;
import parley.engine.function.Type;

/** A compiled expression, immutable. */
interface Code {

  /** What it comes to. */
  Result run(Frame frame);

  /** A compiled expression and what is known of its value. */
  record Typed(Code code, Type type) {}
}
