package parley.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import parley.model.collection.Check;
import parley.model.outcome.CheckOutcome;

/** The quick answer is that of all outcomes, whatever the message. */
final class CheckPropertyTest {

  private static final List<String> OPERATORS =
      List.of(
          "equals",
          "not-equals",
          "greater-than",
          "at-least",
          "less-than",
          "at-most",
          "contains",
          "exists",
          "type");

  @Property
  void matchesIsThatAllHold(
      @ForAll("checks") List<Check> checks, @ForAll("messages") String message) {
    var compiling = Written.compiling();
    var plan = CheckPlan.of(checks, compiling);
    var outcomes = plan.outcomes(Sight.of(message));
    assertThat(plan.matches(Sight.of(message)))
        .isEqualTo(outcomes.stream().allMatch(CheckOutcome::holds));
    assertThat(plan.firstMiss(Sight.of(message)))
        .isEqualTo(outcomes.stream().filter(outcome -> !outcome.holds()).findFirst());
  }

  @Provide
  Arbitrary<List<Check>> checks() {
    return Arbitraries.oneOf(operations(), expressions()).list().ofMaxSize(3);
  }

  private static Arbitrary<Check> operations() {
    return Combinators.combine(
            Arbitraries.of("$.a", "$.b", "$.a[0]", "$[*]", "text", "{{limit}}"),
            Arbitraries.of(OPERATORS),
            values().map(value -> value.equals("oops") ? "\"{{limit / 0}}\"" : value))
        .as(CheckPlanTest::check);
  }

  private static Arbitrary<Check> expressions() {
    return Combinators.combine(
            Arbitraries.of("$.a", "$.b[0]", "limit", "size(text)"),
            Arbitraries.of("==", "!=", "<", ">="),
            Arbitraries.of("1", "'x'", "true", "null", "limit"))
        .as((left, operator, right) -> left + " " + operator + " " + right)
        .map(text -> new Check.Expression(Written.source(text)));
  }

  private static Arbitrary<String> values() {
    return Arbitraries.of(
        "1", "1.0", "12.50", "1e0", "-3", "\"x\"", "\"\"", "true", "null", "[1]", "{}", "oops");
  }

  @Provide
  Arbitrary<String> messages() {
    var fields =
        values()
            .list()
            .ofSize(2)
            .map(all ->
                IntStream.range(0, 2)
                    .mapToObj(i -> "\"%s\": %s".formatted("ab".substring(i, i + 1), all.get(i)))
                    .toList())
            .map(all -> "{" + String.join(", ", all) + "}");
    return Arbitraries.oneOf(
        fields,
        fields.map(text -> text.replace("\"a\"", "\"\\u0061\"")),
        fields.map(text -> text.replace("\"b\"", "\"a\"")),
        values(),
        Arbitraries.strings().ofMaxLength(5));
  }
}
