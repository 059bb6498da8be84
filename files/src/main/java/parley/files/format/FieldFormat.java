package parley.files.format;

import java.util.List;
import java.util.Map;
import parley.files.shape.FormsShape;
import parley.files.shape.Key;
import parley.files.shape.ListShape;
import parley.files.shape.MapShape;
import parley.files.shape.NamedShape;
import parley.files.shape.Offer;
import parley.files.shape.Scalars;
import parley.files.shape.Shape;
import parley.model.collection.Field;
import parley.model.collection.Source;

/** Headers, parameters and cookies: a map of names, or a list where order or repeats matter. */
final class FieldFormat {

  private static final Key<Source> VALUE =
      Key.of("value", Scalars.TEXT_OR_NOTHING, "What it says.");
  private static final Key<Boolean> ENABLED =
      Key.<Boolean>of("enabled", Scalars.FLAG, "Whether it is sent.").orElse("true");

  private static final Shape<Switched> LONG =
      MapShape.of(
          "a value with a switch",
          "The value of a header, parameter or cookie that can be switched off.",
          List.of(VALUE.needed(), ENABLED),
          values -> new Switched(values.get(VALUE.needed()), values.get(ENABLED)));

  private static final Shape<Switched> EITHER =
      FormsShape.<Switched>ofScalar(Scalars.TEXT_OR_NOTHING.map(text -> new Switched(text, true)))
          .orMap(LONG);

  static final Shape<List<Field>> FIELDS = fields(Map.of());

  /** With the names that are often used. */
  static final Shape<List<Field>> HEADERS = fields(KnownHeaders.OF_REQUESTS);

  private FieldFormat() {}

  private static Shape<List<Field>> fields(Map<String, String> usual) {
    var map =
        NamedShape.<Switched, Field>of(
            "a map of names and values",
            EITHER,
            (name, value) -> new Field(name, value.text(), value.enabled()));
    return FormsShape.<List<Field>>ofMap(map.usually(usual))
        .orList(ListShape.of("a list of names and values", listed(usual)));
  }

  private static Shape<Field> listed(Map<String, String> usual) {
    var words = usual.keySet().stream().map(Offer.Word::new).toArray(Offer[]::new);
    var name = Key.<Source>of("name", Scalars.TEXT.offering(words), "What it is called.").needed();
    return MapShape.of(
        "a named value",
        "One header, parameter or cookie of a list.",
        List.of(name, VALUE.needed(), ENABLED),
        values -> new Field(values.get(name), values.get(VALUE.needed()), values.get(ENABLED)));
  }

  /** The value of a name, and whether it is sent. */
  private record Switched(Source text, boolean enabled) {}
}
