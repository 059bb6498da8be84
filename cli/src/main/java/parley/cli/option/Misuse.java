package parley.cli.option;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with a command line.
 *
 * @param found what was found, as a clause
 * @param expected what would have been right
 * @param hintOrNull what to try
 */
public record Misuse(String found, String expected, @Nullable String hintOrNull) {

  public Misuse(String found, String expected) {
    this(found, expected, null);
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
