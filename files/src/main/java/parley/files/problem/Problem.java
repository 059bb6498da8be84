package parley.files.problem;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.model.collection.Position;

/**
 * One thing that is wrong with a file.
 *
 * @param found what stands there
 * @param expected what should stand there
 * @param hintOrNull what to do, when that is known
 */
public record Problem(
    Severity severity, Position at, String found, String expected, @Nullable String hintOrNull)
    implements Comparable<Problem> {

  /** What to do. */
  public Optional<String> hint() {
    return Optional.ofNullable(hintOrNull);
  }

  /** By place. */
  @Override
  public int compareTo(Problem other) {
    return at.compareTo(other.at);
  }
}
