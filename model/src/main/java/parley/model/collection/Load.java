package parley.model.collection;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How often, and for how long, a conversation is held.
 *
 * @param repeatOrNull what each connection does again and again
 * @param pushStampOrNull the path to the time at which the server sent a message
 * @param thresholds expressions over the metrics; one that is false fails the run
 */
public record Load(
    List<Stage> stages,
    @Nullable Pace repeatOrNull,
    @Nullable Source pushStampOrNull,
    List<Source> thresholds,
    Position at) {

  public Load {
    stages = List.copyOf(stages);
    thresholds = List.copyOf(thresholds);
  }

  /** What each connection repeats. */
  public Optional<Pace> repeat() {
    return Optional.ofNullable(repeatOrNull);
  }

  /** The server's stamp. */
  public Optional<Source> pushStamp() {
    return Optional.ofNullable(pushStampOrNull);
  }

  /** One part of the schedule. */
  public sealed interface Stage {

    /** From the rate before to this one, evenly. */
    record Arrivals(Rate to, Duration over) implements Stage {}

    /** From the number of connections before to this one, evenly. */
    record Connections(int to, Duration over) implements Stage {}

    /** As it is. */
    record Hold(Duration time) implements Stage {}
  }

  /** Steps, by id, that a connection repeats at a rate. */
  public record Pace(List<String> steps, Rate rate, Duration time) {
    public Pace {
      steps = List.copyOf(steps);
    }
  }
}
