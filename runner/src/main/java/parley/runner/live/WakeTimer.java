package parley.runner.live;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import parley.transport.connect.Connector;
import parley.transport.connection.Scheduled;
import parley.transport.record.TranscriptClock;

/** The one timer of a session, by its elapsed time. For the connector's thread. */
final class WakeTimer {

  private static final long NEVER = Long.MAX_VALUE;

  private final Connector connector;
  private final TranscriptClock clock;
  private final Runnable task;
  private long atNanos = NEVER;
  private @Nullable Scheduled scheduled;

  WakeTimer(Connector connector, TranscriptClock clock, Runnable task) {
    this.connector = connector;
    this.clock = clock;
    this.task = task;
  }

  /** Runs the task at that time, in place of one asked for before; never from within this call. */
  void wake(long askedNanos) {
    if (askedNanos == atNanos) {
      return;
    }
    cancel();
    if (askedNanos != NEVER) {
      atNanos = askedNanos;
      var delayNanos = Math.max(0, askedNanos - clock.elapsedNanos());
      scheduled = connector.schedule(Duration.ofNanos(delayNanos), this::ring);
    }
  }

  private void ring() {
    atNanos = NEVER;
    scheduled = null;
    task.run();
  }

  void cancel() {
    atNanos = NEVER;
    if (scheduled != null) {
      scheduled.cancel();
      scheduled = null;
    }
  }
}
