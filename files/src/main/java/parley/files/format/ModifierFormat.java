package parley.files.format;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.files.shape.Key;
import parley.files.shape.MapShape;
import parley.files.shape.Offer;
import parley.files.shape.Scalars;
import parley.files.shape.Values;
import parley.model.collection.DurationRange;
import parley.model.collection.Modifiers;
import parley.model.collection.Source;
import parley.model.collection.Variable;

/** What any step may say beside its verb. */
final class ModifierFormat {

  private static final Key<String> ID =
      Key.of(
          "id",
          Scalars.NAME.offering(new Offer.Naming(Offer.Named.STEP)),
          "The name that other steps, thresholds and reports use.");
  private static final Key<Source> ON =
      Key.of(
          "on",
          Scalars.TEXT.offering(Offer.of(Offer.Named.CONNECTION)),
          "The name of a connection, or a URL.");
  static final Key<Duration> WITHIN = Key.of("within", Scalars.TIME, "How long the step may take.");
  private static final Key<Source> IF =
      Key.of("if", Scalars.EXPRESSION, "An expression; the step is left out when it is false.");
  static final Key<List<Variable>> SET =
      Key.of(
          "set",
          VariableFormat.VARIABLES,
          "Variables for this step, or for all that follow when there is no verb.");
  private static final Key<Duration> AFTER =
      Key.<Duration>of("after", Scalars.DURATION_OR_ZERO, "A pause before the step.").orElse("0s");
  private static final Key<Integer> TIMES =
      Key.<Integer>of("times", Scalars.number(1, 1_000_000), "Tries beside the first one.")
          .needed();
  static final Key<Duration> DELAY =
      Key.<Duration>of("delay", Scalars.DURATION_OR_ZERO, "The time between two tries.")
          .orElse("0s");
  private static final Key<DurationRange> BACKOFF =
      Key.of(
          "backoff",
          Scalars.TIMES,
          "The time before the first try and the longest one; it doubles from try to try.");
  private static final Key<Modifiers.Retry> RETRY =
      Key.of(
          "retry",
          MapShape.of(
              "a retry",
              "Tries after a failure.",
              List.of(TIMES, DELAY, BACKOFF),
              values -> new Modifiers.Retry(values.get(TIMES), delay(values))),
          "Tries after a failure.");

  private static final Key<Boolean> SOFT =
      Key.<Boolean>of("soft", Scalars.FLAG, "Whether all goes on when the step fails.")
          .orElse("false");
  private static final Key<String> DOCS =
      Key.<String>of("docs", Scalars.PROSE, "What the step is for.").orElse("\"\"");

  static final List<Key<?>> ALL = List.of(ID, ON, WITHIN, IF, SET, AFTER, RETRY, SOFT, DOCS);

  private ModifierFormat() {}

  private static DurationRange delay(Values values) {
    var backoff = values.find(BACKOFF);
    if (backoff.isPresent() && values.find(DELAY).isPresent()) {
      values
          .reading()
          .problems()
          .add(values.at(BACKOFF), "`backoff` beside `delay`", "one of them", "take one out");
    }
    var delay = values.get(DELAY);
    return backoff.orElseGet(() -> new DurationRange(delay, delay));
  }

  static Modifiers of(Values values) {
    return of(values, values.orNull(WITHIN));
  }

  /** With the time that stands inside of the verb, unless one stands beside it. */
  static Modifiers of(Values values, @Nullable Duration inner) {
    return new Modifiers(
        values.orNull(ID),
        values.orNull(ON),
        values.find(WITHIN).isPresent() ? values.orNull(WITHIN) : inner,
        values.orNull(IF),
        values.list(SET),
        values.get(AFTER),
        values.orNull(RETRY),
        values.get(SOFT),
        values.get(DOCS),
        values.at());
  }
}
