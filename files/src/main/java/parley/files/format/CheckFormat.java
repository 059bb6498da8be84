package parley.files.format;

import java.util.List;
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

  private CheckFormat() {}
}
