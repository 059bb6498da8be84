package parley.mock.auto;

import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import parley.engine.expression.Scope;
import parley.engine.function.Result;
import parley.engine.function.Surroundings;
import parley.engine.plan.Compiling;
import parley.engine.plan.FileAccess;
import parley.engine.schema.JsonSchema;
import parley.engine.schema.SchemaFiles;
import parley.fake.schema.SchemaData;
import parley.model.collection.Mock;
import parley.model.collection.Source;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.Value;

/**
 * Answers that follow a schema.
 *
 * @param requestOrNull what a message follows that is answered; null for any
 */
record SchemaAnswers(@Nullable JsonSchema requestOrNull, SchemaData response, Echo echo)
    implements Answers {

  private static final String EXPECTED = "a file with a JSON Schema";

  /** What stands in for data while a schema is tried, so that nothing is loaded for it. */
  private record Trial(RandomGenerator random) implements Surroundings {

    @Override
    public Instant now() {
      return Instant.EPOCH;
    }

    @Override
    public Result madeUp(String name) {
      return Result.of("sample");
    }
  }

  /** Reads the schemas, and sees whether an answer can be made; what is wrong is noted. */
  static Optional<Answers> of(Mock.Answers.Schemas schemas, Echo echo, Compiling compiling) {
    var request = schemas.request().flatMap(path -> request(path, compiling));
    var response = response(schemas.response(), compiling);
    return schemas.request().isPresent() && request.isEmpty()
        ? Optional.empty()
        : response.map(data -> new SchemaAnswers(request.orElse(null), data, echo));
  }

  private static Optional<JsonSchema> request(Source path, Compiling compiling) {
    return schema(path, compiling)
        .flatMap(schema ->
            switch (JsonSchema.read(schema, path.text(), beside(path, compiling))) {
              case JsonSchema.Reading.Read(var read) -> Optional.of(read);
              case JsonSchema.Reading.Wrong(var why) -> {
                compiling.problem(path.at(), "`" + path + "`, which " + why, EXPECTED);
                yield Optional.empty();
              }
            });
  }

  private static Optional<SchemaData> response(Source path, Compiling compiling) {
    return schema(path, compiling)
        .flatMap(schema ->
            switch (SchemaData.read(schema, path.text(), beside(path, compiling))) {
              case SchemaData.Reading.Read(var data) -> tried(data, path, compiling);
              case SchemaData.Reading.Wrong(var why) -> {
                compiling.problem(path.at(), "`" + path + "`, which " + why, EXPECTED);
                yield Optional.empty();
              }
            });
  }

  private static Optional<SchemaData> tried(SchemaData data, Source path, Compiling compiling) {
    return switch (data.make(new Trial(new SplittableRandom(1)))) {
      case SchemaData.Making.Made _ -> Optional.of(data);
      case SchemaData.Making.Impossible(var why) -> {
        compiling.problem(
            path.at(),
            "`%s`, for which no answer can be made: %s".formatted(path, why),
            "a schema that something follows",
            "take rules out that contradict each other, or write an `on-message` rule");
        yield Optional.empty();
      }
    };
  }

  private static Optional<Value> schema(Source path, Compiling compiling) {
    if (path.hasTemplate()) {
      compiling.problem(
          path.at(), "`" + path + "`", "a path without templates: schemas are read once");
      return Optional.empty();
    }
    return switch (load(path, compiling)) {
      case SchemaFiles.Loading.Loaded(var schema) -> Optional.of(schema);
      case SchemaFiles.Loading.Missing(var why) -> {
        compiling.problem(path.at(), "`" + path + "`: " + why, EXPECTED);
        yield Optional.empty();
      }
    };
  }

  /** A schema that another one refers to, by a path from the file that names the first. */
  private static SchemaFiles beside(Source first, Compiling compiling) {
    return path -> load(new Source(path, first.at()), compiling);
  }

  private static SchemaFiles.Loading load(Source path, Compiling compiling) {
    return switch (compiling.files().read(path)) {
      case FileAccess.Content.Unreadable(var why) -> new SchemaFiles.Loading.Missing(why);
      case FileAccess.Content.Read(var bytes) ->
          switch (JsonReader.read(bytes.toText())) {
            case JsonReading.Read(var value) -> new SchemaFiles.Loading.Loaded(value);
            case JsonReading.Unreadable wrong ->
                new SchemaFiles.Loading.Missing(
                    "it is no JSON at line %d, column %d: %s"
                        .formatted(wrong.line(), wrong.column(), wrong.text()));
          };
    };
  }

  @Override
  public boolean answersAll() {
    return requestOrNull == null;
  }

  @Override
  public Answer answer(Value message, Scope scope) {
    if (requestOrNull != null && !requestOrNull.violations(message).isEmpty()) {
      return new Answer.Strange();
    }
    return switch (response.make(scope)) {
      case SchemaData.Making.Made(var value) ->
          new Answer.Made(echo.in(value, message, _ -> true, response::allows), false);
      case SchemaData.Making.Impossible(var why) ->
          new Answer.Faulty("no answer was found that follows the schema: " + why);
    };
  }
}
