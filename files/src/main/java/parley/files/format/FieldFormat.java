package parley.files.format;

import java.util.List;
import parley.files.shape.FormsShape;
import parley.files.shape.Key;
import parley.files.shape.ListShape;
import parley.files.shape.MapShape;
import parley.files.shape.NamedShape;
import parley.files.shape.Scalars;
import parley.files.shape.Shape;
import parley.model.collection.Field;
import parley.model.collection.Source;

/** Headers, parameters and cookies: a map of names, or a list where order or repeats matter. */
final class FieldFormat {

  private static final Key<Source> NAME = Key.of("name", Scalars.TEXT, "What it is called.");
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

  private static final Shape<Field> LISTED =
      MapShape.of(
          "a named value",
          "One header, parameter or cookie of a list.",
          List.of(NAME.needed(), VALUE.needed(), ENABLED),
          values ->
              new Field(
                  values.get(NAME.needed()), values.get(VALUE.needed()), values.get(ENABLED)));

  private static final Shape<Switched> EITHER =
      FormsShape.<Switched>ofScalar(Scalars.TEXT_OR_NOTHING.map(text -> new Switched(text, true)))
          .orMap(LONG);

  static final Shape<List<Field>> FIELDS =
      FormsShape.<List<Field>>ofMap(
              NamedShape.of(
                  "a map of names and values",
                  EITHER,
                  (name, value) -> new Field(name, value.text(), value.enabled())))
          .orList(ListShape.of("a list of names and values", LISTED));

  private FieldFormat() {}

  /** The value of a name, and whether it is sent. */
  private record Switched(Source text, boolean enabled) {}
}
