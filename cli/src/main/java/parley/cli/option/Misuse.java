package parley.cli.option;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.workspace.Lookup;
import parley.workspace.Refusal;

/**
 * One thing wrong with a command line.
 *
 * @param found what was found, as a clause
 * @param expected what would have been right
 * @param hintOrNull what to try
 */
public record Misuse(String found, String expected, @Nullable String hintOrNull) {

  private static final String EXPECTED = ": expected ";

  public Misuse(String found, String expected) {
    this(found, expected, null);
  }

  /**
   * A misuse from one sentence, which may have what was expected behind {@code : expected}.
   *
   * @param otherwise what was expected when the sentence does not say
   */
  public static Misuse of(String sentence, String otherwise) {
    var at = sentence.indexOf(EXPECTED);
    return at < 0
        ? new Misuse(sentence, otherwise)
        : new Misuse(sentence.substring(0, at), sentence.substring(at + EXPECTED.length()));
  }

  /** That something which the command line names cannot be had. */
  public static Misuse of(Refusal refusal) {
    return new Misuse(refusal.found(), refusal.expected(), refusal.hintOrNull());
  }

  /** The same, as what looking for something came to. */
  public <T> Lookup<T> toLookup() {
    return new Lookup.Failed<>(new Refusal(found, expected, hintOrNull));
  }

  public Optional<String> hint() {
    return Optional.ofNullable(hintOrNull);
  }

  /** The message for the terminal, of one or more lines, each ended. */
  public String toText() {
    return "parley: "
        + found
        + "\n        expected "
        + expected
        + "\n"
        + hint().map(text -> "        " + text + "\n").orElse("");
  }
}
