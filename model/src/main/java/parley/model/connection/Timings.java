package parley.model.connection;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How long each stage took. A stage that was not reached, or not needed, has no time; one that
 * failed has the time up to the failure. That of {@link Stage#TCP} counts all addresses that were
 * tried, that of {@link Stage#UPGRADE} ends with the whole head of the answer.
 *
 * @param total from the beginning to the outcome
 */
public record Timings(Map<Stage, Duration> stages, Duration total) {

  public static final Timings NONE = new Timings(Map.of(), Duration.ZERO);

  public Timings {
    stages = Map.copyOf(stages);
  }

  /** The time of one stage. */
  public Optional<Duration> of(Stage stage) {
    return Optional.ofNullable(stages.get(stage));
  }

  /** The same with {@code time} for {@code stage}. */
  public Timings with(Stage stage, Duration time) {
    var changed = new EnumMap<Stage, Duration>(Stage.class);
    changed.putAll(stages);
    changed.put(stage, time);
    return new Timings(changed, total);
  }

  public Timings withTotal(Duration changed) {
    return new Timings(stages, changed);
  }
}
