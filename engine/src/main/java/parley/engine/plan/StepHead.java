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
 * @param retryDelayNanos before the first of them
 * @param retryLongestNanos before any of them: the delay doubles until then
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
    long retryLongestNanos,
    boolean soft,
    @Nullable Integer markOrNull) {

  public StepHead {
    sets = List.copyOf(sets);
  }

  /** Of a step that says nothing beside its verb. */
  public static StepHead of(String label, Position at) {
    return of(label, null, at);
  }

  /** Of one that has a name. */
  public static StepHead of(String label, @Nullable String idOrNull, Position at) {
    return new StepHead(
        label, idOrNull, at, new Target.Usual(), null, null, List.of(), 0, 0, 0, 0, false, null);
  }

  public Optional<ExpressionPlan> condition() {
    return Optional.ofNullable(conditionOrNull);
  }

  public Optional<Integer> mark() {
    return Optional.ofNullable(markOrNull);
  }

  /** How long to wait after so many tries, from 1. */
  public long retryDelayNanos(int tries) {
    var delay = retryDelayNanos;
    for (var i = 1; i < tries && delay < retryLongestNanos && delay > 0; i++) {
      delay *= 2;
    }
    return Math.min(delay, retryLongestNanos);
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
