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
import parley.files.shape.Offer;
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
  private static final Key<Source> ATTRIBUTE =
      Key.of("attribute", Scalars.TEXT, "Whose values are taken in place of the texts.");
  private static final Key<Boolean> TEXT =
      Key.<Boolean>of("text", ScalarShape.ofWords(Map.of("true", true)), "The whole text.")
          .needed();

  private static final Shape<Unnamed> LONG =
      VariantShape.of(
          "an extraction",
          "kind",
          List.of(
              kind("jsonpath", Extraction.Kind.JSONPATH, Scalars.TEXT, "A JSONPath."),
              kind("jmespath", Extraction.Kind.JMESPATH, Scalars.TEXT, "A JMESPath."),
              kind("regex", Extraction.Kind.REGEX, Scalars.TEXT, "A regular expression.", GROUP),
              kind(
                  "header",
                  Extraction.Kind.HEADER,
                  Scalars.TEXT,
                  "A header of the handshake's answer."),
              kind("xpath", Extraction.Kind.XPATH, Scalars.TEXT, "An XPath into XML."),
              kind(
                  "css", Extraction.Kind.CSS, Scalars.TEXT, "A CSS selector into HTML.", ATTRIBUTE),
              kind("edn", Extraction.Kind.EDN, Scalars.TEXT, "A JSONPath into EDN."),
              kind(
                  "bytes",
                  Extraction.Kind.BYTES,
                  words("hex", "base64"),
                  "The bytes, written in hex or base64."),
              kind(
                  "length",
                  Extraction.Kind.LENGTH,
                  words("bytes", "characters"),
                  "How many bytes or characters there are."),
              kind(
                  "checksum",
                  Extraction.Kind.CHECKSUM,
                  words("crc32", "md5", "sha1", "sha256", "sha384", "sha512"),
                  "A checksum over the bytes, in hex."),
              kind("expression", Extraction.Kind.EXPRESSION, Scalars.EXPRESSION, "An expression."),
              kind(
                  "assign",
                  Extraction.Kind.EXPRESSION,
                  Scalars.EXPRESSION,
                  "An expression, by Loadmill's word."),
              wholeText()));

  private static final Shape<Unnamed> EITHER =
      FormsShape.<Unnamed>ofScalar(
              Scalars.EXPRESSION.map(text ->
                  new Unnamed(
                      Extraction.Kind.EXPRESSION, text, 0, Extraction.Pick.FIRST, null, null)))
          .orMap(LONG);

  static final Shape<List<Extraction>> EXTRACTIONS =
      NamedShape.of(
          "a map of names and where their values come from",
          EITHER,
          (name, unnamed) -> unnamed.named(name.text()));

  private ExtractionFormat() {}

  private static Shape<Source> words(String... words) {
    return Scalars.TEXT.offering(Stream.of(words).map(Offer.Word::new).toArray(Offer[]::new));
  }

  private static VariantShape.Variant<Unnamed> kind(
      String name, Extraction.Kind kind, Shape<Source> argument, String docs, Key<?>... more) {
    var key = Key.<Source>of(name, argument, docs).needed();
    var keys = Stream.concat(Stream.of(key, PICK, DEFAULT), Stream.of(more)).toList();
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
                    keys.contains(GROUP) ? values.get(GROUP) : 0,
                    values.get(PICK),
                    values.orNull(DEFAULT),
                    keys.contains(ATTRIBUTE) ? values.orNull(ATTRIBUTE) : null)));
  }

  private static VariantShape.Variant<Unnamed> wholeText() {
    return new VariantShape.Variant<>(
        "text",
        false,
        MapShape.of(
            "an extraction by text",
            "The whole text.",
            List.of(TEXT, PICK, DEFAULT),
            values ->
                new Unnamed(
                    Extraction.Kind.TEXT,
                    new Source("", values.at(TEXT)),
                    0,
                    values.get(PICK),
                    values.orNull(DEFAULT),
                    null)));
  }

  /** An extraction before its name is known. */
  private record Unnamed(
      Extraction.Kind kind,
      Source argument,
      int group,
      Extraction.Pick pick,
      @Nullable Json defaultOrNull,
      @Nullable Source attributeOrNull) {

    Extraction named(String name) {
      return new Extraction(name, kind, argument, group, pick, defaultOrNull, attributeOrNull);
    }
  }
}
