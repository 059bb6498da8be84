package parley.model.collection;

import java.time.Duration;

/**
 * From the shortest to the longest time.
 *
 * @param shortest not negative
 * @param longest not below {@code shortest}
 */
public record DurationRange(Duration shortest, Duration longest) {

  public DurationRange {
    if (shortest.isNegative() || longest.compareTo(shortest) < 0) {
      throw new IllegalArgumentException("not a range: " + shortest + " to " + longest);
    }
  }
}
