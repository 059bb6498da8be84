package parley.workbench.entry.body;

import java.util.List;
import java.util.Optional;

/** A payload as lines, of which any window can be had at once. */
public interface Lines {

  /** How many characters of a line are shown; longer ones go on in the next. */
  int MAX_LINE_CHARACTERS = 10_000;

  /** How many there are. */
  long total();

  /** The lines from {@code from}, {@code count} at most. */
  List<String> window(long from, int count);

  /** How it was decoded, when it was. */
  default Optional<String> how() {
    return Optional.empty();
  }
}
