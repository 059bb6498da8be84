package parley.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.engine.plan.CheckPlanTest.plan;

import org.junit.jupiter.api.Test;
import parley.model.collection.Check;

/** Sequences over the messages taken: no gap, no repeat. */
final class SequenceCheckTest {

  private String told(String from, String to, String step, Sight sight) {
    return CheckPlanTest.told(
        plan(
            new Check.Sequence(
                Written.source(from), Written.source(to), Written.json(step), Written.AT)),
        sight);
  }

  @Test
  void haveNoGapAndNoRepeat() {
    assertThat(told("$.n", "$.n", "1", Sight.ofSeveral("[{\"n\":1},{\"n\":2},{\"n\":3}]")))
        .isEqualTo("holds");
    assertThat(told("$.n", "$.n", "1", Sight.ofSeveral("[{\"n\":1},{\"n\":2},{\"n\":4}]")))
        .isEqualTo(
            "fails: sequence of $.n, expected steps of 1: 3 in message 3 of 3 (#30), found 4");
    assertThat(told("$.n", "$.n", "1", Sight.ofSeveral("[{\"n\":1},{\"n\":1}]")))
        .isEqualTo(
            "fails: sequence of $.n, expected steps of 1: 2 in message 2 of 2 (#20), found 1");
    assertThat(told("$.n", "$.n", "0.5", Sight.ofSeveral("[{\"n\":1},{\"n\":1.50}]")))
        .isEqualTo("holds");
  }

  @Test
  void goFromTheEndOfOneMessageToTheStartOfTheNext() {
    var good = Sight.ofSeveral("[{\"a\":1,\"b\":5},{\"a\":6,\"b\":9}]");
    var gap = Sight.ofSeveral("[{\"a\":1,\"b\":5},{\"a\":7,\"b\":9}]");
    assertThat(told("$.a", "$.b", "1", good)).isEqualTo("holds");
    assertThat(told("$.a", "$.b", "1", gap))
        .isEqualTo(
            "fails: sequence from $.a to $.b, expected steps of 1: 6 in message 2 of 2 (#20), found"
                + " 7");
  }

  @Test
  void needNumbers() {
    assertThat(told("$.n", "$.n", "1", Sight.ofSeveral("[{\"n\":\"a\"}]")))
        .isEqualTo(
            "fails: sequence of $.n, expected steps of 1: a number in message 1 of 1 (#10), found"
                + " \"a\"");
    assertThat(told("$.n", "$.m", "1", Sight.of("{\"n\":1}")))
        .isEqualTo(
            "fails: sequence from $.n to $.m, expected steps of 1: a number at the end in message"
                + " 1 of 1 (#10), found nothing");
    assertThat(told("$.n", "$.n", "\"{{limit}}\"", Sight.of("{\"n\":1}"))).isEqualTo("holds");
    assertThat(told("$.n", "$.n", "\"{{room}}\"", Sight.of("{\"n\":1}")))
        .isEqualTo("broken: sequence of $.n, expected a number as step, found \"main\"");
    assertThat(told("$.n", "$.n", "\"{{limit/0}}\"", Sight.of("{\"n\":1}")))
        .isEqualTo("broken: sequence of $.n, expected a number as step, found division by zero");
    assertThat(told("$.n", "$.n", "1", Sight.of("x")))
        .startsWith("fails: sequence of $.n, expected steps of 1, found the message is not JSON");
    assertThat(told("$", "$", "1", Sight.of("[1]")))
        .isEqualTo(
            "fails: sequence of $, expected steps of 1: a number in message 1 of 1 (#10), found"
                + " [1]");
    assertThat(told("$", "$", "1e9999", Sight.ofSeveral("[9e9999,1]"))).isEqualTo("holds");
  }
}
