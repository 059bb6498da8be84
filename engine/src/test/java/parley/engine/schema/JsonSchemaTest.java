package parley.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.Value;

/** JSON Schemas over values, and the files that they refer to. */
final class JsonSchemaTest {

  private static Value json(String text) {
    return ((JsonReading.Read) JsonReader.read(text)).value();
  }

  private static JsonSchema.Reading read(String schema, Map<String, String> files) {
    return JsonSchema.read(
        json(schema),
        "../schemas/ä b.json",
        path ->
            files.containsKey(path)
                ? new SchemaFiles.Loading.Loaded(json(files.getOrDefault(path, "")))
                : new SchemaFiles.Loading.Missing("there is no " + path));
  }

  private static String violations(String schema, String value) {
    return violations(read(schema, Map.of()), value);
  }

  private static String violations(JsonSchema.Reading reading, String value) {
    var schema = ((JsonSchema.Reading.Read) reading).schema();
    return String.join("; ", schema.violations(json(value)));
  }

  private static String wrong(String schema, Map<String, String> files) {
    return ((JsonSchema.Reading.Wrong) read(schema, files)).text();
  }

  @Test
  void violationsHaveTheirPlace() {
    var schema =
        """
        {"properties": {
          "id": {"type": "integer"},
          "a b's": {"items": {"properties": {"x/y~": {"minimum": 0}}}},
          "tags": {"items": {"pattern": "^[a-z]+$"}}}}\
        """;
    assertThat(violations(schema, "{\"id\":1}")).isEmpty();
    assertThat(violations(schema, "{\"id\":1.5}"))
        .isEqualTo("$.id: Value is [number] but should be [integer]");
    assertThat(violations(schema, "{\"a b's\":[{\"x/y~\":-1}]}"))
        .isEqualTo("$['a b\\'s'][0]['x/y~']: -1 is less than 0");
    assertThat(violations(schema, "{\"tags\":[\"a\",\"B\"]}")).startsWith("$.tags[1]: ");
    assertThat(violations("false", "1")).isEqualTo("$: False schema always fails");
  }

  @Test
  void numbersCountByWhatTheyAreWorth() {
    assertThat(violations("{\"type\":\"integer\"}", "1.0")).isEmpty();
    assertThat(violations("{\"type\":\"integer\"}", "1e2")).isEmpty();
    assertThat(violations("{\"const\":1.10}", "1.1")).isEmpty();
    assertThat(violations("{\"multipleOf\":0.1}", "12345678901234567890.3")).isEmpty();
    assertThat(violations("{\"enum\":[1,null,true,\"a\",[1],{\"a\":1}]}", "{\"a\":1.0}")).isEmpty();
    assertThat(violations("{\"uniqueItems\":true}", "[1,1.0]")).isNotEmpty();
    assertThat(violations("{\"maximum\":5,\"type\":\"number\"}", "9")).contains("9");
    assertThat(violations("{\"minLength\":2,\"const\":false}", "true")).isNotEmpty();
  }

  @Test
  void referencesLeadToOtherFiles() {
    var files = new LinkedHashMap<String, String>();
    files.put("../schemas/common.json", "{\"$defs\":{\"id\":{\"$ref\":\"../more/id.json\"}}}");
    files.put("../more/id.json", "{\"type\":\"string\",\"items\":{\"$ref\":\"id.json\"}}");
    var schema = "{\"items\":[],\"allOf\":[{\"$ref\":\"common.json#/$defs/id\"},{\"$ref\":\"#\"}]}";
    assertThat(violations("{\"properties\":{\"a\":{\"$ref\":\"\"}}}", "{\"a\":{}}")).isEmpty();
    var harmless = schema.replace(",{\"$ref\":\"#\"}", "").replace("\"items\":[],", "");
    var reading = read(harmless, files);
    assertThat(violations(reading, "\"a\"")).isEmpty();
    assertThat(violations(reading, "1")).contains("Value is [integer] but should be [string]");
    var twice = harmless.replace("]}", ",{\"$ref\":\"common.json\"}]}");
    assertThat(violations(read(twice, files), "\"a\"")).isEmpty();
  }

  @Test
  void namesOfTheirOwnServeReferences() {
    var schema =
        """
        {"$id": "https://a.example/ack.json",
         "$defs": {"x": {"$id": "x.json", "type": "null"}, "$ref": 5},
         "$ref": "x.json"}\
        """;
    assertThat(violations(schema.replace(", \"$ref\": 5", ""), "null")).isEmpty();
    assertThat(violations(schema.replace(", \"$ref\": 5", ""), "1")).contains("[null]");
    var meta = "{\"$ref\":\"https://json-schema.org/draft/2020-12/schema\"}";
    assertThat(violations(meta, "{\"type\":\"null\"}")).isEmpty();
    var old =
        "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"definitions\":{\"x\":{\"type\":"
            + "\"string\"}},\"$ref\":\"#/definitions/x\"}";
    assertThat(violations(old, "1")).contains("[string]");
  }

  @Test
  void whatIsNoSchemaIsSaid() {
    assertThat(wrong("{\"type\":1}", Map.of())).startsWith("is no JSON Schema: $.type: ");
    assertThat(wrong("{\"$schema\":\"https://nowhere.example/x\"}", Map.of()))
        .startsWith("is no JSON Schema: Cannot resolve meta-schema");
    assertThat(wrong("{\"$ref\":\"b.json\"}", Map.of()))
        .isEqualTo("refers to `b.json`: there is no ../schemas/b.json");
    assertThat(wrong("{\"items\":{\"$ref\":\"https://a.example/b\"}}", Map.of()))
        .isEqualTo("refers to `https://a.example/b`, which is not fetched; put it into a file");
    assertThat(wrong("{\"$ref\":\"#/$defs/x\"}", Map.of())).contains("Resolution of $ref");
    assertThat(wrong("{\"$ref\":\"#\"}", Map.of()))
        .isEqualTo("the schema refers to itself without end");
    assertThat(SchemaFiles.NONE.load("x"))
        .isEqualTo(new SchemaFiles.Loading.Missing("there are no files here"));
  }
}
