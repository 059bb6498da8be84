package parley.engine.plan;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.model.collection.Position;

/**
 * What any step may say beside its verb, compiled.
 *
 * @param label the verb and its object, as people read it
 * @param idOrNull the step's name
 * @param withinNanosOrNull how long it may take; null for the verb's default
 * @param sets variables for this step
 * @param afterNanos a pause before it
 * @param retries tries after a failure
 * @param soft whether the conversation goes on when it fails
 * @param markOrNull where to note the time it begins, for those that look back to it
 */
public record StepHead(
    String label,
    @Nullable String idOrNull,
    Position at,
    Target on,
    @Nullable Long withinNanosOrNull,
    @Nullable ExpressionPlan conditionOrNull,
    List<Assignment> sets,
    long afterNanos,
    int retries,
    long retryDelayNanos,
    boolean soft,
    @Nullable Integer markOrNull) {

  public StepHead {
    sets = List.copyOf(sets);
  }

  public Optional<ExpressionPlan> condition() {
    return Optional.ofNullable(conditionOrNull);
  }

  public Optional<Integer> mark() {
    return Optional.ofNullable(markOrNull);
  }

  /** How long it may take, or {@code otherwise}. */
  public long withinNanos(long otherwise) {
    return withinNanosOrNull == null ? otherwise : withinNanosOrNull;
  }

  /** The connection that a step is about. */
  public sealed interface Target {

    /** That of the rule or timer that the step stands in; else the main one. */
    record Usual() implements Target {}

    /** The one of that number. */
    record Fixed(int connection) implements Target {}

    /** A name or a URL. */
    record Computed(TemplatePlan text) implements Target {}
  }
}
