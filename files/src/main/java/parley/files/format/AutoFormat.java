package parley.files.format;

import java.util.List;
import parley.files.shape.FormsShape;
import parley.files.shape.Key;
import parley.files.shape.ListShape;
import parley.files.shape.MapShape;
import parley.files.shape.Scalars;
import parley.files.shape.Shape;
import parley.files.shape.VariantShape;
import parley.model.collection.Check;
import parley.model.collection.Mock;
import parley.model.collection.Source;

/** The automatic answers of a mock. */
final class AutoFormat {

  private static final Key<List<Check>> WHERE =
      Key.of("where", CheckFormat.CHECK, "Which messages; all unless said.");
  private static final Key<Source> CORRELATE =
      Key.of(
          "correlate",
          Scalars.TEXT,
          "A path such as `$.id` that the answer has from the message; those that are called id,"
              + " requestId and the like unless said.");
  private static final Key<Source> FROM =
      Key.<Source>of("from", Scalars.PATH, "A folder of examples, or one file.").needed();
  private static final Key<Source> REQUEST =
      Key.of("request", Scalars.PATH, "A file with the schema of what is answered.");
  private static final Key<Source> RESPONSE =
      Key.<Source>of("response", Scalars.PATH, "A file with the schema of the answer.").needed();

  private static final Shape<Mock.Answers> SCHEMAS =
      FormsShape.<Mock.Answers>ofScalar(
              Scalars.PATH.map(path -> new Mock.Answers.Schemas(null, path)))
          .orMap(
              MapShape.of(
                  "schemas",
                  "What is answered, and the answer.",
                  List.of(REQUEST, RESPONSE),
                  v -> new Mock.Answers.Schemas(v.orNull(REQUEST), v.get(RESPONSE))));
  private static final Key<Mock.Answers> SCHEMA =
      Key.<Mock.Answers>of("schema", SCHEMAS, "A file with the JSON Schema of the answer.")
          .needed();

  private static final Shape<Mock.Auto> ONE =
      VariantShape.of(
          "automatic answers",
          "source",
          List.of(
              new VariantShape.Variant<>(
                  "from",
                  false,
                  MapShape.of(
                      "answers from examples",
                      "Answers like those of the example that a message is most alike.",
                      List.of(WHERE, FROM, CORRELATE),
                      v ->
                          new Mock.Auto(
                              v.list(WHERE),
                              new Mock.Answers.Examples(v.get(FROM)),
                              v.orNull(CORRELATE),
                              v.at()))),
              new VariantShape.Variant<>(
                  "schema",
                  false,
                  MapShape.of(
                      "answers by a schema",
                      "Answers that follow a JSON Schema, with fields filled by their names.",
                      List.of(WHERE, SCHEMA, CORRELATE),
                      v ->
                          new Mock.Auto(
                              v.list(WHERE), v.get(SCHEMA), v.orNull(CORRELATE), v.at())))));

  static final Key<List<Mock.Auto>> AUTO =
      Key.of(
          "auto",
          FormsShape.<List<Mock.Auto>>ofMap(ONE.map(List::of))
              .orList(ListShape.of("a list of automatic answers", ONE)),
          "Answers what no rule matches from examples or a schema, with fields filled by their"
              + " names.");

  private AutoFormat() {}
}
