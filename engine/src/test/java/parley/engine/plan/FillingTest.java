package parley.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import parley.engine.expression.Names;
import parley.engine.expression.NoScope;
import parley.model.collection.Content;
import parley.model.collection.Json;
import parley.model.collection.Message;
import parley.model.collection.Operation;
import parley.model.collection.Operator;
import parley.model.collection.Position;
import parley.model.collection.Source;
import parley.model.value.JsonWriter;
import parley.protocol.frame.ByteSize;

/** Templates, expressions and JSON of a file, with the places of what is wrong. */
final class FillingTest {

  /** A line of nested lists whose text is larger than any memory. */
  private static final String TOWER = tower();

  private static String tower() {
    return "["
        + String.join(",", Collections.nCopies(100, "\"012345678901234567890123456789\""))
        + "]";
  }

  private static String told(Filled filled) {
    return switch (filled) {
      case Filled.Of(var value) -> JsonWriter.write(value);
      case Filled.Faulty(var at, var text, var reason) ->
          "%s at %d:%d: %s".formatted(reason, at.line(), at.column(), text);
    };
  }

  @Nested
  final class Templates {

    private TemplatePlan plan(String text) {
      var compiling = Written.compiling();
      var plan = TemplatePlan.of(Written.source(text), compiling);
      assertThat(Written.problems(compiling)).isEmpty();
      return plan;
    }

    @Test
    void keepTheKindOfOneValueUnlessATextIsAskedFor() {
      var sight = Sight.ofNothing();
      assertThat(told(plan("{{limit}}").fill(sight))).isEqualTo("12.50");
      assertThat(told(plan("{{limit}}").text(sight))).isEqualTo("\"12.50\"");
      assertThat(told(plan("{{room}}").text(sight))).isEqualTo("\"main\"");
      assertThat(told(plan("a{{limit}}").fill(sight))).isEqualTo("\"a12.50\"");
      assertThat(plan("{{limit}}")).hasToString("{{limit}}");
    }

    @Test
    void haveTheirFaultsInPlace() {
      assertThat(told(plan("a {{ later }}").fill(Sight.ofNothing())))
          .isEqualTo("MISSING at 3:9: later has no value yet");
      assertThat(told(plan("{{limit / 0}}").text(Sight.ofNothing())))
          .isEqualTo("INVALID at 3:13: division by zero");
    }

    @Test
    void areConstantWithoutExpressions() {
      assertThat(plan("a \\{{b}}").isConstant()).isTrue();
      assertThat(plan("a \\{{b}}").constant().text()).isEqualTo("a {{b}}");
      assertThat(plan("{{1}}").isConstant()).isFalse();
      assertThat(plan("{{limit}}").slots()).hasToString("{0}");
    }

    @Test
    void haveTheirProblemsOnTheRightLine() {
      var compiling = Written.compiling();
      var block = new Source("{\n  \"a\": \"{{rom}}\" }\n", new Position(Path.of("a"), 7, 11), 4);
      TemplatePlan.of(block, compiling);
      TemplatePlan.of(Written.source("{{limt}} {{usr"), compiling);
      assertThat(Written.problems(compiling))
          .isEqualTo(
              """
              9:15 found `rom`, expected the name of a variable; did you mean `room`?
              3:7 found `limt`, expected the name of a variable; did you mean `limit`?
              3:14 found {{ without its }}, expected the closing }}; two braces as they are: \\{{\
              """);
    }

    @Test
    void haveALimit() {
      var sight = Sight.ofNothing().with("list", TOWER);
      var names = Written.compiling();
      var plan =
          TemplatePlan.of(
              Written.source("{{" + "list.map(a, ".repeat(2) + "list" + ")".repeat(2) + "}}"),
              names);
      assertThat(told(plan.text(sight)))
          .endsWith("the text exceeds the limit of 16777216 characters");
    }
  }

  @Nested
  final class Expressions {

    private ExpressionPlan plan(String text) {
      return ExpressionPlan.of(Written.source(text), Written.compiling());
    }

    @Test
    void areTrueOrFalseOrSayWhyNot() {
      var sight = Sight.ofNothing();
      assertThat(told(plan("limit > 12").truth(sight))).isEqualTo("true");
      assertThat(told(plan("limit").truth(sight)))
          .isEqualTo("INVALID at 3:5: `limit` is 12.50, expected true or false");
      assertThat(told(plan("limit / 0 == 1").truth(sight)))
          .isEqualTo("INVALID at 3:11: division by zero");
      assertThat(told(plan("limit * 2").evaluate(sight))).isEqualTo("25.00");
      assertThat(plan("limit").slots()).hasToString("{0}");
      assertThat(plan("limit")).hasToString("limit");
    }
  }

  @Nested
  final class JsonValues {

    private JsonPlan plan(String text) {
      return JsonPlan.of(Written.json(text), Written.compiling());
    }

    @Test
    void areValuesOrTexts() {
      var sight = Sight.ofNothing();
      var plan = plan("{\"a\":[1.10,\"{{user}}\",\"{{room}}!\"],\"{{room}}\":null}");
      var json = "{\"a\":[1.10,{\"name\":\"ann\",\"age\":30},\"main!\"],\"main\":null}";
      assertThat(told(plan.value(sight))).isEqualTo(json);
      assertThat(plan.text(sight)).isEqualTo(Filled.of(json));
      assertThat(plan.isConstant()).isFalse();
      assertThat(plan.slots()).hasToString("{1, 3}");
      assertThat(plan.at()).isEqualTo(Written.AT);
      assertThat(plan("[{\"a\":1},\"b\"]").isConstant()).isTrue();
      assertThat(plan("{\"{{room}}\":1}").isConstant()).isFalse();
    }

    @Test
    void areFaultyWithAnyOfTheirParts() {
      for (var text : List.of("[\"{{later}}\"]", "{\"{{later}}\":1}", "{\"a\":\"{{later}}\"}")) {
        assertThat(told(plan(text).value(Sight.ofNothing())))
            .isEqualTo("MISSING at 3:7: later has no value yet");
        assertThat(told(plan(text).text(Sight.ofNothing())))
            .isEqualTo("MISSING at 3:7: later has no value yet");
      }
    }

    @Test
    void keepNumbersThatNoValueHolds() {
      var literal = new Json.Literal("1e99999", Written.AT);
      var plan = JsonPlan.of(literal, Written.compiling());
      assertThat(plan.text(Sight.ofNothing())).isEqualTo(Filled.of("1e99999"));
      assertThat(told(plan.value(Sight.ofNothing())))
          .isEqualTo("INVALID at 3:5: 1e99999, a number beyond 1e9999 or 1000 digits");
      var compiling = Written.compiling();
      var check = new Operation(Operator.EQUALS, literal);
      CheckPlan.of(CheckPlanTest.subject("$.a"), List.of(check), Written.AT, compiling);
      assertThat(Written.problems(compiling))
          .isEqualTo("3:5 found 1e99999, a number beyond 1e9999 or 1000 digits, expected a value");
    }

    @Test
    void haveALimit() {
      var nine = "x".repeat(9_000_000);
      var sight = Sight.ofNothing().with("room", "\"" + nine + "\"").with("list", TOWER);
      var limit = "INVALID at 3:5: the text exceeds the limit of 16777216 characters";
      assertThat(told(plan("[\"{{room}}\",\"{{room}}\",1]").text(sight))).isEqualTo(limit);
      var tower = "list.map(a, ".repeat(2) + "list" + ")".repeat(2);
      assertThat(told(plan("\"{{" + tower + "}}\"").text(sight))).isEqualTo(limit);
      var large =
          new Json.Items(
              List.of(
                  new Json.Text(Written.source(nine)),
                  new Json.Text(Written.source(nine)),
                  new Json.Literal("1", Written.AT)),
              Written.AT);
      var message =
          new Message(new Content.JsonValue(large), Message.Wire.BY_KIND, true, Written.AT);
      var plan = MessagePlan.of(message, ByteSize.ZERO, Written.compiling());
      assertThat(plan.render(sight)).isInstanceOf(Rendering.Faulty.class);
    }
  }

  @Test
  void problemsOfSeveralFilesComeTogether() {
    var compiling = Written.compiling();
    var other = compiling.withNames(Names.of("x"));
    assertThat(other.slot("x")).hasValue(0);
    assertThat(compiling.slot("x")).isEmpty();
    assertThat(other.files()).isSameAs(compiling.files());
    TemplatePlan.of(Written.sourceIn("b.ws.yaml", "{{y}}"), other);
    compiling.problem(Written.AT, "a", "b", "c");
    compiling.problem(Written.AT, "a", "b", "c");
    assertThat(compiling.problems()).extracting(PlanProblem::found).containsExactly("a", "`y`");
  }

  @Test
  void constantsAskForNothing() {
    var scope = new NoScope();
    assertThat(scope.variable(0)).isEmpty();
    assertThat(scope.subject().value(0)).isNotNull();
    assertThat(scope.now()).isEqualTo(Instant.EPOCH);
  }
}
