package parley.model.connection;

import java.time.Duration;

/**
 * Pings that keep a connection up and notice when it is dead.
 *
 * @param every time from one ping to the next
 * @param timeout how long an answer to a ping may take before the connection counts as dead
 */
public record KeepAlive(Duration every, Duration timeout) {

  public KeepAlive {
    if (!every.isPositive() || !timeout.isPositive()) {
      throw new IllegalArgumentException("both times of a keep-alive are above zero");
    }
  }
}
