package parley.workspace;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why something that was asked for cannot be had.
 *
 * @param found what was found, as a clause
 * @param expected what would have been right
 * @param hintOrNull what to try
 */
public record Refusal(String found, String expected, @Nullable String hintOrNull) {

  public Refusal(String found, String expected) {
    this(found, expected, null);
  }

  public Optional<String> hint() {
    return Optional.ofNullable(hintOrNull);
  }
}
