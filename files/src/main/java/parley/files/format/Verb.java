package parley.files.format;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import parley.files.shape.Key;
import parley.files.shape.MapShape;
import parley.files.shape.Reading;
import parley.files.shape.Values;
import parley.files.shape.VariantShape;
import parley.model.collection.Step;

/** A verb, as one of the variants that a step can be. */
record Verb(VariantShape.Variant<Step> variant) {

  /** A verb, the keys that go with it, and the step that they make. */
  static Verb of(Key<?> key, List<Key<?>> more, Function<Values, Step> build) {
    return of(key, more, false, build);
  }

  /** The same for a key that beside another verb is a modifier. */
  static Verb weak(Key<?> key, Function<Values, Step> build) {
    return of(key, List.of(), true, build);
  }

  /** The same for a verb that only a mock knows. */
  static Verb ofMock(Key<?> key, Function<Values, Step> build) {
    var verb =
        of(
            key,
            List.of(),
            false,
            values -> {
              if (values.reading().scope() != Reading.Scope.MOCK) {
                values
                    .reading()
                    .problems()
                    .add(
                        values.at(key),
                        "`" + key.name() + ":` outside of a mock",
                        "a verb of a client");
              }
              return build.apply(values);
            });
    var one = verb.variant();
    return new Verb(new VariantShape.Variant<>(one.key(), false, one.shape(), true));
  }

  private static Verb of(
      Key<?> key, List<Key<?>> more, boolean weak, Function<Values, Step> build) {
    var beside =
        ModifierFormat.ALL.stream()
            .filter(one ->
                more.stream().noneMatch(own -> own.name().equals(one.name()))
                    && !one.name().equals(key.name()));
    var keys =
        Stream.of(Stream.<Key<?>>of(key), more.stream(), beside)
            .<Key<?>>flatMap(all -> all)
            .toList();
    var shape = MapShape.<Step>of("a " + key.name() + " step", key.docs(), keys, build);
    return new Verb(new VariantShape.Variant<>(key.name(), weak, shape));
  }
}
