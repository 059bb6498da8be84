package parley.engine.schema;

import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.InvalidSchemaException;
import dev.harrel.jsonschema.JsonSchemaException;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import java.net.URI;
import java.util.List;
import parley.model.value.Value;

/** A JSON Schema, 2020-12 unless it says otherwise: immutable, shared by all sessions. */
public final class JsonSchema {

  private static final String ENDLESS = "the schema refers to itself without end";

  private final Validator validator;
  private final URI uri;

  private JsonSchema(Validator validator, URI uri) {
    this.validator = validator;
    this.uri = uri;
  }

  /** What reading a schema came to. */
  public sealed interface Reading {

    record Read(JsonSchema schema) implements Reading {}

    /** It is no schema, or refers to what is not there. */
    record Wrong(String text) implements Reading {}
  }

  /** Reads {@code schema}, which stands at {@code path}, and all it refers to in {@code files}. */
  public static Reading read(Value schema, String path, SchemaFiles files) {
    var references = new References(files);
    var file = References.named(path);
    var others = references.gather(schema, file);
    if (references.problem().isPresent()) {
      return new Reading.Wrong(references.problem().get());
    }
    var validator =
        new ValidatorFactory().withJsonNodeFactory(new ValueNode.Factory()).createValidator();
    try {
      others.forEach((name, other) -> validator.registerSchema(name, new ValueNode("", other)));
      var uri = validator.registerSchema(file, new ValueNode("", schema));
      return new JsonSchema(validator, uri).tried();
    } catch (InvalidSchemaException invalid) {
      return new Reading.Wrong("is no JSON Schema: " + shown(invalid.getErrors().getFirst()));
    } catch (JsonSchemaException unknown) {
      return new Reading.Wrong("is no JSON Schema: " + unknown.getMessage());
    }
  }

  /** References that lead nowhere show with the first value. */
  private Reading tried() {
    return violations(Value.NULL).stream()
        .filter(text -> text.contains("Resolution of $ref") || text.equals(ENDLESS))
        .findFirst()
        .<Reading>map(Reading.Wrong::new)
        .orElseGet(() -> new Reading.Read(this));
  }

  /** How {@code value} does not follow the schema, the innermost first; empty when it does. */
  public List<String> violations(Value value) {
    try {
      return validator.validate(uri, new ValueNode("", value)).getErrors().stream()
          .map(JsonSchema::shown)
          .toList();
    } catch (StackOverflowError endless) {
      return List.of(ENDLESS);
    }
  }

  private static String shown(Error error) {
    return place(error.getInstanceLocation()) + ": " + error.getError();
  }

  /** A JSON pointer (RFC 6901) as a path. */
  private static String place(String pointer) {
    var path = new StringBuilder("$");
    for (var step : pointer.split("/", -1)) {
      var name = step.replace("~1", "/").replace("~0", "~");
      if (name.matches("\\d+")) {
        path.append('[').append(name).append(']');
      } else if (name.matches("[\\p{L}_][\\p{L}\\p{N}_]*")) {
        path.append('.').append(name);
      } else if (!name.isEmpty()) {
        path.append("['").append(name.replace("'", "\\'")).append("']");
      }
    }
    return path.toString();
  }
}
