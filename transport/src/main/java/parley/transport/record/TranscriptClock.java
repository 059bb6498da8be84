package parley.transport.record;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;
import parley.model.transcript.Moment;

/** Tells the moments of one transcript. Any thread. */
public final class TranscriptClock {

  private final InstantSource dates;
  private final LongSupplier nanos;
  private final long startNanos;

  /** Starts now by the clocks of the machine. */
  public TranscriptClock() {
    this(InstantSource.system(), System::nanoTime);
  }

  TranscriptClock(InstantSource dates, LongSupplier nanos) {
    this.dates = dates;
    this.nanos = nanos;
    this.startNanos = nanos.getAsLong();
  }

  public Moment now() {
    return new Moment(
        dates.instant().truncatedTo(ChronoUnit.MICROS),
        Duration.ofNanos(elapsedNanos() / 1000 * 1000));
  }

  /** The time since the transcript began, which never goes back. */
  public long elapsedNanos() {
    return nanos.getAsLong() - startNanos;
  }
}
