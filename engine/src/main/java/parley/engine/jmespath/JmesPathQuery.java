package parley.engine.jmespath;

import io.burt.jmespath.Expression;
import io.burt.jmespath.JmesPathException;
import io.burt.jmespath.parser.ParseException;
import parley.engine.function.Result;
import parley.model.value.Value;

/** A JMESPath expression: immutable, used by any thread. */
public final class JmesPathQuery {

  /** The longest expression, in UTF-16 code units, which bounds its depth, too. */
  public static final int MAX_CHARACTERS = 1_000;

  private final Expression<Value> expression;

  private JmesPathQuery(Expression<Value> expression) {
    this.expression = expression;
  }

  /** What reading an expression came to. */
  public sealed interface Reading {

    record Read(JmesPathQuery query) implements Reading {}

    /**
     * There is none.
     *
     * @param at the offset in the text
     */
    record Wrong(int at, String why) implements Reading {}
  }

  /** Reads an expression. */
  public static Reading read(String text) {
    if (text.length() > MAX_CHARACTERS) {
      return new Reading.Wrong(
          0, "%d characters exceed the limit of %d".formatted(text.length(), MAX_CHARACTERS));
    }
    try {
      return new Reading.Read(new JmesPathQuery(new Runtime().compile(text)));
    } catch (ParseException wrong) {
      var first = wrong.iterator().next();
      return new Reading.Wrong(Math.clamp(first.position(), 0, text.length()), first.message());
    } catch (JmesPathException | IllegalArgumentException wrong) {
      return new Reading.Wrong(0, String.valueOf(wrong.getMessage()));
    }
  }

  /** What it finds; null where there is nothing, as JMESPath has it. */
  public Result find(Value root) {
    try {
      return Result.of(expression.search(root));
    } catch (JmesPathException wrong) {
      return new Result.Fault(Result.Reason.INVALID, 0, String.valueOf(wrong.getMessage()));
    }
  }
}
