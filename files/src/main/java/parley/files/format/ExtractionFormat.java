package parley.files.format;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.files.shape.FormsShape;
import parley.files.shape.JsonShape;
import parley.files.shape.Key;
import parley.files.shape.MapShape;
import parley.files.shape.NamedShape;
import parley.files.shape.ScalarShape;
import parley.files.shape.Scalars;
import parley.files.shape.Shape;
import parley.files.shape.VariantShape;
import parley.model.collection.Extraction;
import parley.model.collection.Json;
import parley.model.collection.Source;

/** Values taken out of what was received. */
final class ExtractionFormat {

  private static final Key<Json> DEFAULT =
      Key.of("default", new JsonShape(), "What stands in when there is nothing.");
  private static final Key<Extraction.Pick> PICK =
      Key.<Extraction.Pick>of(
              "pick", Scalars.constants(Extraction.Pick.class), "What is taken of several matches.")
          .orElse("first");
  private static final Key<Integer> GROUP =
      Key.<Integer>of(
              "group",
              Scalars.number(0, 99),
              "The group of the regular expression; 0 for all of it.")
          .orElse("0");
  private static final Key<Boolean> TEXT =
      Key.<Boolean>of("text", ScalarShape.ofWords(Map.of("true", true)), "The whole text.")
          .needed();

  private static final Shape<Unnamed> LONG =
      VariantShape.of(
          "an extraction",
          "kind",
          List.of(
              kind("jsonpath", Extraction.Kind.JSONPATH, "A JSONPath.", List.of()),
              kind("regex", Extraction.Kind.REGEX, "A regular expression.", List.of(GROUP)),
              kind(
                  "header",
                  Extraction.Kind.HEADER,
                  "A header of the handshake's answer.",
                  List.of()),
              kind("xpath", Extraction.Kind.XPATH, "An XPath into XML.", List.of()),
              kind("css", Extraction.Kind.CSS, "A CSS selector into HTML.", List.of()),
              kind("expression", Extraction.Kind.EXPRESSION, "An expression.", List.of()),
              wholeText()));

  private static final Shape<Unnamed> EITHER =
      FormsShape.<Unnamed>ofScalar(
              Scalars.EXPRESSION.map(text ->
                  new Unnamed(Extraction.Kind.EXPRESSION, text, 0, Extraction.Pick.FIRST, null)))
          .orMap(LONG);

  static final Shape<List<Extraction>> EXTRACTIONS =
      NamedShape.of(
          "a map of names and where their values come from",
          EITHER,
          (name, unnamed) -> unnamed.named(name.text()));

  private ExtractionFormat() {}

  private static VariantShape.Variant<Unnamed> kind(
      String name, Extraction.Kind kind, String docs, List<Key<?>> more) {
    var key = Key.<Source>of(name, Scalars.TEXT, docs).needed();
    var keys = Stream.concat(Stream.of(key, PICK, DEFAULT), more.stream()).toList();
    var group = more.contains(GROUP);
    return new VariantShape.Variant<>(
        name,
        false,
        MapShape.of(
            "an extraction by " + name,
            docs,
            keys,
            values ->
                new Unnamed(
                    kind,
                    values.get(key),
                    group ? values.get(GROUP) : 0,
                    values.get(PICK),
                    values.orNull(DEFAULT))));
  }

  private static VariantShape.Variant<Unnamed> wholeText() {
    return new VariantShape.Variant<>(
        "text",
        false,
        MapShape.of(
            "an extraction by text",
            "The whole text.",
            List.of(TEXT, DEFAULT),
            values ->
                new Unnamed(
                    Extraction.Kind.TEXT,
                    new Source("", values.at(TEXT)),
                    0,
                    Extraction.Pick.FIRST,
                    values.orNull(DEFAULT))));
  }

  /** An extraction before its name is known. */
  private record Unnamed(
      Extraction.Kind kind,
      Source argument,
      int group,
      Extraction.Pick pick,
      @Nullable Json defaultOrNull) {

    Extraction named(String name) {
      return new Extraction(name, kind, argument, group, pick, defaultOrNull);
    }
  }
}
