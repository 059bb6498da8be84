package parley.engine.regex;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/**
 * Regular expressions of RE2, which match in time linear in the text: no back references, no look
 * around. The expression itself is limited to {@link #MAX_CHARACTERS}, and its counted repetitions
 * to {@link #MAX_REPETITIONS} taken together.
 */
public final class Regexes {

  /** The longest expression, in UTF-16 code units. */
  public static final int MAX_CHARACTERS = 10_000;

  /** What the counts of all {@code {n,m}} may come to when multiplied. */
  public static final int MAX_REPETITIONS = 10_000;

  private static final Pattern COUNT = Pattern.compile("\\{(\\d+,)?(\\d{1,9})");

  private Regexes() {}

  /** What compiling an expression came to. */
  public sealed interface Compiled {

    /**
     * A matcher that all threads may use.
     *
     * @param pattern for this module alone; others ask {@link #isIn}
     */
    @SuppressWarnings("exports")
    record Regex(Pattern pattern) implements Compiled {

      /** Whether a part of the text matches. */
      public boolean isIn(String text) {
        return pattern.matcher(text).find();
      }
    }

    /** Why there is none. */
    record Wrong(String text) implements Compiled {}

    /** Why there is none; empty where there is one. */
    default Optional<String> objection() {
      return this instanceof Wrong(var text) ? Optional.of(text) : Optional.empty();
    }
  }

  /** Compiles {@code expression}. */
  public static Compiled compile(String expression) {
    if (expression.length() > MAX_CHARACTERS || repetitions(expression) > MAX_REPETITIONS) {
      return new Compiled.Wrong("the regular expression is too large");
    }
    try {
      return new Compiled.Regex(Pattern.compile(expression));
    } catch (PatternSyntaxException wrong) {
      return new Compiled.Wrong(
          "%s is no regular expression of RE2: %s".formatted(expression, wrong.getDescription()));
    }
  }

  private static double repetitions(String expression) {
    var counts = COUNT.matcher(expression);
    var product = 1.0;
    while (counts.find()) {
      product *= Math.max(1, Long.parseLong(counts.group(2)));
    }
    return product;
  }
}
