package parley.model.outcome;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.model.collection.Position;

/**
 * What one statement of an {@code assert}, {@code check} or {@code expect} came to.
 *
 * @param at where it stands
 * @param subject what it looked at, as the user wrote it: a path, {@code text}, an expression
 * @param expected with its operator, such as {@code greater-than 3}
 * @param found the value as JSON, or why there is none
 * @param verdict whether it holds
 * @param messageOrNull what its author says when it does not hold
 */
public record CheckOutcome(
    Position at,
    String subject,
    String expected,
    String found,
    Verdict verdict,
    @Nullable String messageOrNull) {

  /** One whose author says nothing of it. */
  public CheckOutcome(Position at, String subject, String expected, String found, Verdict verdict) {
    this(at, subject, expected, found, verdict, null);
  }

  /** What its author says of it; only one that does not hold has it. */
  public Optional<String> message() {
    return Optional.ofNullable(messageOrNull);
  }

  /** The same with what its author says of it. */
  public CheckOutcome withMessage(String message) {
    return new CheckOutcome(at, subject, expected, found, verdict, message);
  }

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
