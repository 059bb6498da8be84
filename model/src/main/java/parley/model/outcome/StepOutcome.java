package parley.model.outcome;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.model.collection.Position;

/**
 * What one step came to.
 *
 * @param number in the order steps began, from 1; a group has a smaller one than its steps
 * @param label the verb and its object, such as {@code receive ack}
 * @param idOrNull the step's own name
 * @param at where it stands
 * @param connection the connection's name, empty for the main one
 * @param nesting where it stands among the steps around it
 * @param background whether it was done beside the steps: {@code on-message}, {@code every}
 * @param began since the session began
 * @param ended since the session began
 * @param soft whether the conversation goes on although it failed
 * @param tries how often it was tried, 1 unless it has {@code retry}
 * @param checks all of them in the order of the file, also those that hold
 * @param extracted the variables it set
 * @param sawOrNull what a receive or an absent saw
 * @param latencyOrNull from the intended time of sending to the answer, see {@code answers}
 */
public record StepOutcome(
    int number,
    String label,
    @Nullable String idOrNull,
    Position at,
    String connection,
    Nesting nesting,
    boolean background,
    Duration began,
    Duration ended,
    Result result,
    boolean soft,
    int tries,
    List<CheckOutcome> checks,
    List<Extracted> extracted,
    @Nullable Saw sawOrNull,
    @Nullable Duration latencyOrNull) {

  public StepOutcome {
    checks = List.copyOf(checks);
    extracted = List.copyOf(extracted);
  }

  /** How many groups it stands in. */
  public int depth() {
    return nesting.depth();
  }

  public Optional<String> id() {
    return Optional.ofNullable(idOrNull);
  }

  public Optional<Saw> saw() {
    return Optional.ofNullable(sawOrNull);
  }

  public Optional<Duration> latency() {
    return Optional.ofNullable(latencyOrNull);
  }

  /**
   * In the order they began, but what is in a group right behind it, and what is done side by side
   * list by list.
   */
  public static List<StepOutcome> inOrder(List<StepOutcome> steps) {
    return StepOrder.of(steps);
  }
}
