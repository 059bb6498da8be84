package parley.model.collection;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What any step may say beside its verb.
 *
 * @param idOrNull the name that other steps, thresholds and reports use
 * @param onOrNull a connection's name or a URL; null for the main connection
 * @param withinOrNull how long the step may take; null for the verb's default
 * @param conditionOrNull an expression ({@code if}); the step is left out when it is false
 * @param set variables for this step
 * @param after a pause before the step
 * @param retryOrNull tried again when it fails
 * @param soft whether the conversation goes on when the step fails
 */
public record Modifiers(
    @Nullable String idOrNull,
    @Nullable Source onOrNull,
    @Nullable Duration withinOrNull,
    @Nullable Source conditionOrNull,
    List<Variable> set,
    Duration after,
    @Nullable Retry retryOrNull,
    boolean soft,
    String docs,
    Position at) {

  public Modifiers {
    set = List.copyOf(set);
  }

  /** The name of the step. */
  public Optional<String> id() {
    return Optional.ofNullable(idOrNull);
  }

  /** The connection. */
  public Optional<Source> on() {
    return Optional.ofNullable(onOrNull);
  }

  /** The time for the step. */
  public Optional<Duration> within() {
    return Optional.ofNullable(withinOrNull);
  }

  /** The condition. */
  public Optional<Source> condition() {
    return Optional.ofNullable(conditionOrNull);
  }

  /** The tries after a failure. */
  public Optional<Retry> retry() {
    return Optional.ofNullable(retryOrNull);
  }

  /**
   * Tries after a failure.
   *
   * @param times beside the first try
   * @param delay before the first and the longest one; it doubles from one try to the next
   */
  public record Retry(int times, DurationRange delay) {}
}
