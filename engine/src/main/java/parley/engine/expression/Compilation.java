package parley.engine.expression;

import java.util.List;

/** What compiling an expression came to. */
public sealed interface Compilation {

  /** The expression, ready to be evaluated. */
  record Compiled(Expression expression) implements Compilation {}

  /** All that is wrong with it, in the order of the text. */
  record Wrong(List<Problem> problems) implements Compilation {

    /** Copies {@code problems}. */
    public Wrong {
      problems = List.copyOf(problems);
    }
  }
}
