package parley.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.engine.plan.CheckPlanTest.plan;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parley.model.collection.Check;
import parley.model.collection.Check.Direction;

/** Order and uniqueness over the messages taken, and what the author of a check says. */
final class OrderCheckTest {

  private static String order(String path, Direction direction, String messages) {
    return CheckPlanTest.told(
        plan(new Check.Order(Written.source(path), direction, Written.AT)),
        Sight.ofSeveral(messages));
  }

  private static String following(String path, String values, String messages) {
    return CheckPlanTest.told(
        plan(new Check.Following(Written.source(path), Written.json(values), Written.AT)),
        Sight.ofSeveral(messages));
  }

  private static String unique(String path, @Nullable String values, Sight sight) {
    var exactly = values == null ? null : Written.json(values);
    return CheckPlanTest.told(
        plan(new Check.Unique(Written.source(path), exactly, Written.AT)), sight);
  }

  @Test
  void valuesGoInOneDirection() {
    var rising = "[{\"n\":1},{\"n\":2},{\"n\":2},{\"n\":3}]";
    assertThat(order("$.n", Direction.NOT_DECREASING, rising)).isEqualTo("holds");
    assertThat(order("$.n", Direction.NOT_DECREASING, "[{\"n\":2},{\"n\":1}]"))
        .isEqualTo(
            "fails: order of $.n, expected not decreasing, found 1 in message 2 of 2 (#20) after"
                + " 2");
    assertThat(order("$.n", Direction.INCREASING, "[{\"n\":[1,2]}]")).isEqualTo("holds");
    assertThat(order("$.{{later}}", Direction.INCREASING, "[{\"n\":1}]"))
        .isEqualTo(
            "fails: order of $.{{later}}, expected increasing, found later has no value yet in"
                + " message 1 of 1 (#10)");
    assertThat(order("$.n", Direction.INCREASING, rising))
        .isEqualTo(
            "fails: order of $.n, expected increasing, found 2 in message 3 of 4 (#30) after 2");
    assertThat(order("$.n", Direction.DECREASING, rising))
        .isEqualTo(
            "fails: order of $.n, expected decreasing, found 2 in message 2 of 4 (#20) after 1");
    assertThat(order("$.n", Direction.NOT_INCREASING, rising))
        .isEqualTo(
            "fails: order of $.n, expected not increasing, found 2 in message 2 of 4 (#20) after"
                + " 1");
    assertThat(order("$.n", Direction.DECREASING, "[{\"n\":\"b\"},{\"n\":\"a\"}]"))
        .isEqualTo("holds");
    assertThat(order("$.n", Direction.NOT_INCREASING, "[{\"n\":1},{\"n\":1.0}]"))
        .isEqualTo("holds");
    assertThat(order("$[*].n", Direction.INCREASING, "[[{\"n\":1},{\"n\":2}],[],[{\"n\":3}]]"))
        .isEqualTo("holds");
  }

  @Test
  void whatHasNoOrderIsNamed() {
    assertThat(order("$.n", Direction.INCREASING, "[{\"n\":1},{\"n\":\"a\"}]"))
        .isEqualTo(
            "fails: order of $.n, expected increasing, found \"a\" in message 2 of 2 (#20) after"
                + " 1, which have no order");
    assertThat(order("$.n", Direction.INCREASING, "[{\"n\":1},{}]"))
        .isEqualTo(
            "fails: order of $.n, expected increasing, found nothing in message 2 of 2 (#20)");
    assertThat(
            CheckPlanTest.told(
                plan(new Check.Order(Written.source("$.n"), Direction.INCREASING, Written.AT)),
                Sight.of("x")))
        .startsWith("fails: order of $.n, expected increasing, found the message is not JSON");
  }

  @Test
  void givenValuesComeOneAfterTheOther() {
    var states = "[{\"s\":\"open\"},{\"s\":\"open\"},{\"s\":\"note\"},{\"s\":\"paid\"}]";
    assertThat(following("$.s", "[\"open\",\"paid\"]", states)).isEqualTo("holds");
    assertThat(following("$.s", "[\"open\",\"paid\",\"sent\"]", states))
        .isEqualTo(
            "fails: order of $.s, expected [\"open\",\"paid\",\"sent\"], in this order, found"
                + " nothing more where \"sent\" is due");
    assertThat(following("$.s", "[\"paid\",\"open\"]", states))
        .isEqualTo(
            "fails: order of $.s, expected [\"paid\",\"open\"], in this order, found \"open\" in"
                + " message 1 of 4 (#10) where \"paid\" is due");
    assertThat(
            following(
                "$.s",
                "[\"open\",\"paid\"]",
                "[{\"s\":\"open\"},{\"s\":\"paid\"},{\"s\":\"open\"}]"))
        .isEqualTo(
            "fails: order of $.s, expected [\"open\",\"paid\"], in this order, found \"open\" in"
                + " message 3 of 3 (#30) where all were there");
    assertThat(following("$.s", "\"{{list}}\"", "[{\"s\":1},{\"s\":2}]")).isEqualTo("holds");
    assertThat(following("$.s", "\"{{room}}\"", "[]"))
        .isEqualTo(
            "broken: order of $.s, expected one after the other, found \"main\" to compare with,"
                + " which is no list");
    assertThat(following("$.s", "\"{{later}}\"", "[]"))
        .isEqualTo(
            "fails: order of $.s, expected one after the other, found later has no value yet");
  }

  @Test
  void valuesComeOnce() {
    var twice = Sight.ofSeveral("[{\"id\":1},{\"id\":2},{\"id\":1.0}]");
    assertThat(unique("$.id", null, Sight.ofSeveral("[{\"id\":1},{\"id\":2}]"))).isEqualTo("holds");
    assertThat(unique("$.id", null, twice))
        .isEqualTo(
            "fails: unique $.id, expected each value once, found 1.0 in message 3 of 3 (#30), and"
                + " in message 1 of 3 (#10)");
    assertThat(unique("$.ids[*]", null, Sight.of("{\"ids\":[1,2,1]}")))
        .isEqualTo(
            "fails: unique $.ids[*], expected each value once, found 1 in message 1 of 1 (#10),"
                + " twice");
  }

  @Test
  void givenValuesComeOnceAndNoOther() {
    var two = Sight.ofSeveral("[{\"id\":1},{\"id\":2}]");
    assertThat(unique("$.id", "[2,1]", two)).isEqualTo("holds");
    assertThat(unique("$.id", "[1,2,3]", two))
        .isEqualTo("fails: unique $.id, expected each of [1,2,3] once, found no 3");
    assertThat(unique("$.id", "[1]", two))
        .isEqualTo(
            "fails: unique $.id, expected each of [1] once, found 2 in message 2 of 2 (#20), which"
                + " is none of them");
    assertThat(unique("$.id", "[1]", Sight.ofSeveral("[{\"id\":1},{\"id\":1}]")))
        .startsWith("fails: unique $.id, expected each of [1] once, found 1 in message 2 of 2");
  }

  @Test
  void aListIsAskedFor() {
    var compiling = Written.compiling();
    CheckPlan.of(
        java.util.List.of(new Check.Unique(Written.source("$.a"), Written.json("5"), Written.AT)),
        compiling);
    assertThat(Written.problems(compiling))
        .isEqualTo("3:5 found a value that is no list, expected a list of values");
  }

  @Test
  void theAuthorSaysWhyItMatters() {
    var check =
        new Check.Told(
            new Check.Order(Written.source("$.n"), Direction.INCREASING, Written.AT),
            Written.source("{{room}} went back"));
    var plan = plan(check);
    var outcomes = plan.outcomes(Sight.ofSeveral("[{\"n\":2},{\"n\":1}]"));
    assertThat(outcomes.getFirst().message()).contains("main went back");
    assertThat(plan.outcomes(Sight.ofSeveral("[]")).getFirst().message()).isEmpty();
    assertThat(plan.matches(Sight.ofSeveral("[]"))).isTrue();
    var unfilled = plan(new Check.Told(check.check(), Written.source("{{later}}?")));
    assertThat(unfilled.firstMiss(Sight.of("x")).orElseThrow().message()).contains("{{later}}?");
  }
}
