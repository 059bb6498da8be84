package parley.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.engine.plan.CheckPlanTest.check;
import static parley.engine.plan.CheckPlanTest.problems;
import static parley.engine.plan.CheckPlanTest.subject;
import static parley.engine.plan.CheckPlanTest.told;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.model.collection.Check;
import parley.model.collection.Json;
import parley.model.collection.Operation;
import parley.model.collection.Operator;

/** Messages that follow a JSON Schema, in a file or in place. */
final class SchemaCheckTest {

  private static final String ACK =
      "{\"required\":[\"id\"],\"properties\":{\"id\":{\"$ref\":\"common.json#/$defs/id\"}}}";
  private static final String COMMON = "{\"$defs\":{\"id\":{\"type\":\"integer\"}}}";

  private Check schema(String file) {
    return new Check.Schema(Written.source(file), Written.AT);
  }

  @Test
  void standInFilesThatReferToOthers() {
    var compiling =
        Written.compiling(Map.of("../schemas/ack.json", ACK, "../schemas/common.json", COMMON));
    var plan = CheckPlan.of(List.of(schema("../schemas/ack.json")), compiling);
    assertThat(Written.problems(compiling)).isEmpty();
    assertThat(told(plan, Sight.of("{\"id\":1}"))).isEqualTo("holds");
    assertThat(told(plan, Sight.of("{\"id\":\"x\"}")))
        .isEqualTo(
            "fails: $, expected schema ../schemas/ack.json, found $.id: Value is [string] but"
                + " should be [integer]");
    assertThat(told(plan, Sight.of("x")))
        .startsWith("fails: $, expected schema ../schemas/ack.json, found the message is not");
  }

  @Test
  void areReadBeforeAnythingConnects() {
    assertThat(problems(schema("none.json")))
        .isEqualTo("3:5 found `none.json`: it is not there, expected a file with a JSON Schema");
    assertThat(problems(schema("a.json"), Map.of("a.json", "{")))
        .isEqualTo(
            "3:5 found `a.json`, which is no JSON at line 1, column 2: found the end of the text,"
                + " expected a name in double quotes, expected a file with a JSON Schema");
    assertThat(problems(schema("a.json"), Map.of("a.json", "{\"type\":1}")))
        .startsWith("3:5 found `a.json`, which is no JSON Schema: $.type: ");
    assertThat(problems(schema("a.json"), Map.of("a.json", ACK)))
        .isEqualTo(
            "3:5 found `a.json`, which refers to `common.json#/$defs/id`: it is not there,"
                + " expected a file with a JSON Schema");
    assertThat(problems(schema("a.json"), Map.of("a.json", ACK, "common.json", "[")))
        .contains("refers to `common.json#/$defs/id`: no JSON at line 1, column 2");
    assertThat(problems(schema("{{room}}.json")))
        .isEqualTo(
            "3:5 found `{{room}}.json`, expected a path without templates: schemas are read"
                + " once");
    assertThat(problems(check("$", "schema", "{\"type\":\"{{room}}\"}")))
        .isEqualTo("3:5 found a JSON Schema with templates, expected a file with a JSON Schema");
    var large = new Json.Items(List.of(new Json.Literal("1e99999", Written.AT)), Written.AT);
    var compiling = Written.compiling();
    CheckPlan.of(
        subject("$"), List.of(new Operation(Operator.SCHEMA, large)), Written.AT, compiling);
    assertThat(Written.problems(compiling)).startsWith("3:5 found 1e99999, a number beyond 1e9999");
    assertThat(problems(check("$", "schema", "\"none.json\"")))
        .startsWith("3:5 found `none.json`: it is not there");
  }
}
