package parley.engine.expression;

import parley.engine.function.Result;
import parley.engine.path.PathScanner;

/** A comparison that the bytes of a message decide, or else its values. */
record Scanning(PathScanner scanner, Code values) implements Code {

  @Override
  public Result run(Frame frame) {
    return switch (frame.scope().subject().scan(scanner)) {
      case TRUE -> Result.TRUE;
      case FALSE -> Result.FALSE;
      case UNDECIDED -> values.run(frame);
    };
  }

  /** Without a frame where bytes decide: measured, 0 bytes a message instead of 40. */
  Result run(Scope scope, int locals) {
    return switch (scope.subject().scan(scanner)) {
      case TRUE -> Result.TRUE;
      case FALSE -> Result.FALSE;
      case UNDECIDED -> values.run(new Frame(scope, locals));
    };
  }
}
