package parley.fake.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import parley.engine.function.Result;
import parley.engine.function.Surroundings;
import parley.engine.schema.JsonSchema;
import parley.engine.schema.SchemaFiles;
import parley.fake.FakeData;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.JsonWriter;
import parley.model.value.Value;

/** What is made follows its schema, whatever the seed; the engine's validator says so. */
class SchemaDataTest {

  private static final FakeData DATA = new FakeData();
  private static final int SEEDS = 40;

  private static final Map<String, String> FILES =
      Map.of(
          "schemas/address.json",
          """
          { "type": "object", "required": ["city"], "properties": {
            "city": { "type": "string" }, "zip": { "$ref": "parts/zip.json#/$defs/zip" } } }
          """,
          "schemas/parts/zip.json",
          """
          { "$defs": { "zip": { "type": "string", "pattern": "^[0-9]{5}$" } } }
          """);

  private static final SchemaFiles BESIDE =
      path ->
          FILES.containsKey(path)
              ? new SchemaFiles.Loading.Loaded(json(FILES.get(path)))
              : new SchemaFiles.Loading.Missing("there is no such file");

  private record Seeded(RandomGenerator random) implements Surroundings {

    static Seeded of(long seed) {
      return new Seeded(new SplittableRandom(seed));
    }

    @Override
    public Instant now() {
      return Instant.parse("2026-01-02T03:04:05Z");
    }

    @Override
    public Result madeUp(String name) {
      return DATA.next(name, this);
    }
  }

  private static Value json(String text) {
    return switch (JsonReader.read(text)) {
      case JsonReading.Read(var value) -> value;
      case JsonReading.Unreadable wrong -> throw new AssertionError(wrong + " in " + text);
    };
  }

  private static SchemaData data(String schema) {
    return switch (SchemaData.read(json(schema), "schemas/answer.json", BESIDE)) {
      case SchemaData.Reading.Read(var data) -> data;
      case SchemaData.Reading.Wrong(var text) -> throw new AssertionError(text);
    };
  }

  private static String made(String schema, long seed) {
    return made(data(schema), seed);
  }

  private static String made(SchemaData data, long seed) {
    return switch (data.make(Seeded.of(seed))) {
      case SchemaData.Making.Made(var value) -> JsonWriter.begin(value, 1_000_000);
      case SchemaData.Making.Impossible(var why) -> "impossible: " + why;
    };
  }

  /** Each block of the file is a schema. */
  @TestFactory
  Stream<DynamicTest> whatIsMadeIsValidWithEverySeed() throws IOException {
    return schemas("possible.txt")
        .map(schema ->
            dynamicTest(schema.lines().findFirst().orElse(""), () -> assertValid(schema)));
  }

  private static void assertValid(String schema) {
    var judge =
        ((JsonSchema.Reading.Read) JsonSchema.read(json(schema), "schemas/answer.json", BESIDE))
            .schema();
    var data = data(schema);
    for (var seed = 0; seed < SEEDS; seed++) {
      var made = made(data, seed);
      assertThat(made).as("seed %d", seed).isEqualTo(made(data, seed));
      assertThat(made).doesNotStartWith("impossible");
      assertThat(judge.violations(json(made))).as(made).isEmpty();
    }
  }

  @TestFactory
  Stream<DynamicTest> whatCannotBeIsSaid() throws IOException {
    return schemas("impossible.txt")
        .map(schema ->
            dynamicTest(
                schema.lines().findFirst().orElse(""),
                () -> assertThat(made(schema, 1)).startsWith("impossible: ")));
  }

  private static Stream<String> schemas(String file) throws IOException {
    try (var stream = Objects.requireNonNull(SchemaDataTest.class.getResourceAsStream(file))) {
      var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("\n\n")).map(String::strip).filter(one -> !one.isEmpty());
    }
  }

  @Test
  void fieldsAreFilledByTheirNames() {
    var schema =
        """
        { "type": "object", "properties": {
          "firstName": { "type": "string" }, "user_email": { "type": "string" },
          "unit-price": { "type": "number" }, "shippingCity": { "type": "string" },
          "createdAt": { "type": "string" }, "avatarUrl": { "type": "string" },
          "phone": { "type": "string" }, "id": { "type": "string" },
          "isActive": { "type": "boolean" }, "age": { "type": "integer" }, "qzx": { "type": "string" } } }
        """;
    assertThat(made(schema, 1))
        .matches(
            "\\{\"firstName\":\"[A-Z]\\w+\",\"user_email\":\"[^\"]+@example.(com|org|net)\","
                + "\"unit-price\":\\d+\\.\\d\\d,\"shippingCity\":\"[A-Z][\\w' ]+\","
                + "\"createdAt\":\"202[56]-[-0-9T:.]+Z\",\"avatarUrl\":\"https://[^\"]+\","
                + "\"phone\":\"\\d{3}-\\d{3}-\\d{4}\",\"id\":\"[-0-9a-f]{36}\","
                + "\"isActive\":(true|false),\"age\":\\d\\d,\"qzx\":\"[a-z]+\"}");
  }

  @Test
  void whatIsNoSchemaIsSaid() {
    assertThat(SchemaData.read(json("{\"type\": \"strnig\"}"), "a.json", BESIDE))
        .isInstanceOf(SchemaData.Reading.Wrong.class);
    assertThat(SchemaData.read(json("{\"$ref\": \"lost.json\"}"), "a.json", BESIDE))
        .isInstanceOf(SchemaData.Reading.Wrong.class);
  }
}
