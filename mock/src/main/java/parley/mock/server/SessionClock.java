package parley.mock.server;

import java.time.Instant;

/** The time since a session began. */
final class SessionClock {

  private final Instant began = Instant.now();
  private final long startNanos = System.nanoTime();

  Instant began() {
    return began;
  }

  long nowNanos() {
    return System.nanoTime() - startNanos;
  }
}
