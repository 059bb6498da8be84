package parley.model.collection;

import java.time.Duration;

/**
 * So many events in a time.
 *
 * @param count above zero
 * @param per above zero
 */
public record Rate(long count, Duration per) {

  public Rate {
    if (count < 1 || !per.isPositive()) {
      throw new IllegalArgumentException("a rate is above zero: " + count + " in " + per);
    }
  }
}
