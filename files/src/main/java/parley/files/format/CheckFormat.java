package parley.files.format;

import java.util.List;
import parley.files.shape.FormsShape;
import parley.files.shape.JsonShape;
import parley.files.shape.Key;
import parley.files.shape.ListShape;
import parley.files.shape.MapShape;
import parley.files.shape.Scalars;
import parley.files.shape.Shape;
import parley.model.collection.Check;
import parley.model.collection.Json;
import parley.model.collection.Operation;
import parley.model.collection.Source;

/** The one grammar of {@code where}, {@code assert} and {@code check}. */
final class CheckFormat {

  static final Shape<List<Operation>> OPERATIONS = new OperationsShape();

  /** An expression, or a map of subjects. */
  static final Shape<List<Check>> CHECK = new CheckShape();

  /** A list of these. */
  static final Shape<List<Check>> CHECKS =
      ListShape.of("a list of checks", CHECK)
          .map(lists -> lists.stream().flatMap(List::stream).toList());

  static final Key<Source> SCHEMA =
      Key.of(
          "schema", Scalars.path(".json"), "A file with a JSON Schema that the message follows.");

  private static final Key<Source> FROM =
      Key.<Source>of("from", Scalars.TEXT, "The path of a message's first number.").needed();
  private static final Key<Source> TO =
      Key.<Source>of(
          "to", Scalars.TEXT, "The path of its last number; the first one's unless said.");
  private static final Key<Json> STEP =
      Key.<Json>of(
              "step", new JsonShape(), "From one message's last number to the next one's first.")
          .orElse("1");

  static final MapShape<Check> SEQUENCE =
      MapShape.of(
          "a sequence",
          "No gap and no repeat over the messages taken.",
          List.of(FROM, TO, STEP),
          values ->
              new Check.Sequence(
                  values.get(FROM),
                  values.find(TO).orElse(values.get(FROM)),
                  values.get(STEP),
                  values.at()));

  private static final Key<Source> OF =
      Key.<Source>of("of", Scalars.TEXT, "The path of the values.").needed();
  private static final Key<Check.Direction> IS =
      Key.<Check.Direction>of(
              "is",
              Scalars.constants(Check.Direction.class),
              "How they go from one message to the next.")
          .orElse("increasing");
  private static final Key<Json> VALUES =
      Key.of("values", new JsonShape(), "The values that come, in this order.");
  private static final Key<Json> EXACTLY =
      Key.of("values", new JsonShape(), "The values that come, each of them once and no other.");

  /** A path alone is the order of its values, increasing. */
  static final Shape<Check> ORDER =
      FormsShape.<Check>ofScalar(
              Scalars.TEXT.map(
                  path -> new Check.Order(path, Check.Direction.INCREASING, path.at())))
          .orMap(
              MapShape.<Check>of(
                  "an order",
                  "The order of values over the messages taken.",
                  List.of(OF, IS, VALUES),
                  values ->
                      values
                          .find(VALUES)
                          .<Check>map(
                              list -> new Check.Following(values.get(OF), list, values.at()))
                          .orElseGet(
                              () -> new Check.Order(values.get(OF), values.get(IS), values.at()))));

  /** A path alone asks each of its values to be another one. */
  static final Shape<Check> UNIQUE =
      FormsShape.<Check>ofScalar(Scalars.TEXT.map(path -> new Check.Unique(path, null, path.at())))
          .orMap(
              MapShape.<Check>of(
                  "unique values",
                  "Each value comes once over the messages taken.",
                  List.of(OF, EXACTLY),
                  values -> new Check.Unique(values.get(OF), values.orNull(EXACTLY), values.at())));

  /** The keys of a check that name no subject. */
  static final List<Key<?>> STATEMENTS =
      List.of(
          SCHEMA,
          Key.of("sequence", SEQUENCE, SEQUENCE.docs()),
          Key.of("order", ORDER, "The order of values over the messages taken."),
          Key.of("unique", UNIQUE, "Each value comes once over the messages taken."),
          Key.of("expression", Scalars.EXPRESSION, "An expression that is true."));

  /** What the author of a check says when it does not hold. */
  static final Key<Source> MESSAGE =
      Key.of("message", Scalars.TEXT, "What to say when it does not hold.");

  private CheckFormat() {}
}
