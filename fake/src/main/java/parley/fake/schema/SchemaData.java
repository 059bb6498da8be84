package parley.fake.schema;

import java.util.List;
import java.util.Optional;
import parley.engine.function.Surroundings;
import parley.engine.schema.JsonSchema;
import parley.engine.schema.SchemaFiles;
import parley.model.value.Value;

/**
 * Makes values that follow a JSON Schema: immutable, shared by all sessions. What is made is held
 * against the schema by the engine's own validator.
 */
public final class SchemaData {

  /** How often another value is made when one breaks a rule. */
  private static final int TRIES = 100;

  private final Documents documents;
  private final JsonSchema schema;

  private SchemaData(Documents documents, JsonSchema schema) {
    this.documents = documents;
    this.schema = schema;
  }

  /** What reading a schema came to. */
  public sealed interface Reading {

    record Read(SchemaData data) implements Reading {}

    /** It is no schema, or refers to what is not there. */
    record Wrong(String text) implements Reading {}
  }

  /** What making a value came to. */
  public sealed interface Making {

    record Made(Value value) implements Making {}

    /** Nothing was found that follows the schema. */
    record Impossible(String why) implements Making {}
  }

  /** Reads {@code schema}, which stands at {@code path}, and all it refers to in {@code files}. */
  public static Reading read(Value schema, String path, SchemaFiles files) {
    return switch (JsonSchema.read(schema, path, files)) {
      case JsonSchema.Reading.Wrong(var text) -> new Reading.Wrong(text);
      case JsonSchema.Reading.Read(var read) ->
          new Reading.Read(new SchemaData(new Documents(schema, path, files), read));
    };
  }

  /** A value by chance; the same with the same chance and time. */
  public Making make(Surroundings in) {
    var shaping = new Shaping(documents, in);
    var why = Optional.<String>empty();
    for (var i = 0; i < TRIES; i++) {
      var made = shaping.value(documents.root(), "", 0);
      var broken = made.map(schema::violations).orElse(List.of());
      if (made.isPresent() && broken.isEmpty()) {
        return new Making.Made(made.get());
      }
      why = broken.stream().findFirst().or(() -> Optional.of("its rules contradict each other"));
    }
    return new Making.Impossible(why.orElseThrow());
  }

  /** Whether a value follows the schema. */
  public boolean allows(Value value) {
    return schema.violations(value).isEmpty();
  }
}
