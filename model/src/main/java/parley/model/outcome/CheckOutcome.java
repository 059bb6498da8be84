package parley.model.outcome;

import parley.model.collection.Position;

/**
 * What one statement of an {@code assert}, {@code check} or {@code expect} came to.
 *
 * @param at where it stands
 * @param subject what it looked at, as the user wrote it: a path, {@code text}, an expression
 * @param expected with its operator, such as {@code greater-than 3}
 * @param found the value as JSON, or why there is none
 * @param verdict whether it holds
 */
public record CheckOutcome(
    Position at, String subject, String expected, String found, Verdict verdict) {

  /** Whether a statement holds. */
  public enum Verdict {
    HOLDS,
    FAILS,
    /** It makes no sense for what it met, such as an order between a text and a number. */
    BROKEN
  }

  public boolean holds() {
    return verdict == Verdict.HOLDS;
  }
}
