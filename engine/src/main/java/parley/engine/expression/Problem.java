package parley.engine.expression;

import java.util.regex.Pattern;

/**
 * Something wrong in an expression or a template.
 *
 * @param at where, in UTF-16 code units from the start of the text
 * @param text what was found and what was expected
 * @param hint a remedy such as {@code did you mean room?}; empty where there is none
 */
public record Problem(int at, String text, String hint) {

  private static final Pattern UNKNOWN =
      Pattern.compile("no (variable|function|dynamic variable) is called (\\S+)");
  private static final String FOUND = "found ";
  private static final String EXPECTED = ", expected ";

  Problem(int at, String text) {
    this(at, text, "");
  }

  /** What stands there, behind the word <em>found</em>. */
  public String found() {
    var unknown = UNKNOWN.matcher(text);
    if (unknown.matches()) {
      return "`" + unknown.group(2) + "`";
    }
    var expected = text.indexOf(EXPECTED);
    return text.startsWith(FOUND) && expected > 0
        ? text.substring(FOUND.length(), expected)
        : "something else: " + text;
  }

  /** What should stand there. */
  public String expected() {
    var unknown = UNKNOWN.matcher(text);
    if (unknown.matches()) {
      return "the name of a " + unknown.group(1);
    }
    var expected = text.indexOf(EXPECTED);
    return text.startsWith(FOUND) && expected > 0
        ? text.substring(expected + EXPECTED.length())
        : "an expression that can be evaluated";
  }

  Problem moved(int by) {
    return new Problem(at + by, text, hint);
  }
}
