package parley.engine.expression;

/**
 * Something wrong in an expression or a template.
 *
 * @param at where, in UTF-16 code units from the start of the text
 * @param text what was found and what was expected
 * @param hint a remedy such as {@code did you mean room?}; empty where there is none
 */
public record Problem(int at, String text, String hint) {

  Problem(int at, String text) {
    this(at, text, "");
  }

  /** What stands there, as it is said behind <em>found</em>. */
  public String found() {
    return Phrase.of(text).found();
  }

  /** What should stand there, as it is said behind <em>expected</em>. */
  public String expected() {
    return Phrase.of(text).expected();
  }

  Problem moved(int by) {
    return new Problem(at + by, text, hint);
  }
}
