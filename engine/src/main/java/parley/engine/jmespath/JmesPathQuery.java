package parley.engine.jmespath;

import io.burt.jmespath.Expression;
import io.burt.jmespath.JmesPathException;
import io.burt.jmespath.parser.ParseException;
import java.util.regex.Pattern;
import parley.engine.function.Result;
import parley.model.value.Value;

/** A JMESPath expression: immutable, used by any thread. */
public final class JmesPathQuery {

  /** The longest expression, in UTF-16 code units, which bounds its depth, too. */
  public static final int MAX_CHARACTERS = 1_000;

  private static final Pattern FOUND =
      Pattern.compile("(?:input|error at:) '(.+?)'(?: expecting|$)", Pattern.DOTALL);

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
      return new Reading.Read(new JmesPathQuery(new ValueRuntime().compile(text)));
    } catch (ParseException wrong) {
      var first = wrong.iterator().next();
      return new Reading.Wrong(
          Math.clamp(first.position(), 0, text.length()), why(first.message()));
    } catch (JmesPathException | IllegalArgumentException wrong) {
      return new Reading.Wrong(0, String.valueOf(wrong.getMessage()));
    }
  }

  /** What the library's parser found, in our words. */
  private static String why(String message) {
    var found = FOUND.matcher(message);
    return found.find()
        ? "found " + (found.group(1).equals("<EOF>") ? "the end" : found.group(1))
        : message;
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
