package parley.workspace.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the options mean that choose tests. */
class SelectionOptionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        // what is asked; tags of a test; whether it is meant
        "smoke; smoke slow; true",
        "smoke; slow; false",
        "smoke,orders; orders; true",
        "-slow; smoke; true",
        "-slow; slow; false",
        "!slow; slow; false",
        "smoke,-slow; smoke; true",
        "smoke,-slow; smoke slow; false",
        "smoke,-slow; orders; false",
        "smoke and not slow; smoke; true",
        "smoke and not slow; smoke slow; false",
        "smoke & !slow; smoke slow; false",
        "smoke && !slow; smoke; true",
        "smoke or orders and slow; orders; false",
        "smoke or orders and slow; orders slow; true",
        "(smoke or orders) and slow; smoke; false",
        "(smoke | orders) & slow; smoke slow; true",
        "smoke || orders; orders; true",
        "not (smoke or orders); orders; false",
        "!(smoke|orders); slow; true",
        "not not smoke; smoke; true",
        "! ! smoke; smoke; true",
        "NOT smoke AND slow; slow; true",
        "smoke,orders and not slow; orders; true",
        "pre-prod; pre-prod; true",
        "'and' and \"not\"; and not; true",
        "a.b:c/d; a.b:c/d; true",
      })
  void tagsAreAskedForByAnExpression(String asked, String tags, boolean meant) {
    assertThat(TagExpression.parse(asked))
        .hasValueSatisfying(
            all -> assertThat(all.matches(Arrays.asList(tags.split(" ")))).isEqualTo(meant));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", ",", "a,", "-", "a,,b", "a b", "(a", "a)", "()", "not", "a and", "or b", "a & | b",
        "!", "'a", "a not b"
      })
  void whatIsNoExpressionIsNotRead(String text) {
    assertThat(TagExpression.parse(text)).isEmpty();
  }

  @Test
  void deepExpressionsAreNotRead() {
    assertThat(TagExpression.parse("(".repeat(100_000) + "a" + ")".repeat(100_000))).isEmpty();
    assertThat(TagExpression.parse("not ".repeat(50) + "a")).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "order, Buy an ORDER, true",
    "order, Buy, false",
    "buy*, Buy an order, true",
    "*order, Buy an order!, false",
    "orders/*.ws.yaml, orders/buy.ws.yaml, true",
    "b?y, buy, true",
    "b?y, buoy, false",
    "a.b, aXb, false",
  })
  void namesAreTextsOrGlobs(String asked, String name, boolean meant) {
    assertThat(NamePattern.of(asked).matches("nothing", name)).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 20})
  void partsAreDisjointAndComplete(int of) {
    var all = IntStream.range(0, 10).boxed().toList();
    var together = new ArrayList<Integer>();
    var sizes = new ArrayList<Integer>();
    for (var i = 1; i <= of; i++) {
      var part = new Shard(i, of).part(all);
      together.addAll(part);
      sizes.add(part.size());
    }
    assertThat(together).containsExactlyInAnyOrderElementsOf(all);
    assertThat(sizes.stream().max(Integer::compare).orElseThrow() - sizes.getLast())
        .isLessThanOrEqualTo(1);
  }

  @Test
  void partsAndRowsAreReadOrNot() {
    assertThat(Shard.parse("2/5")).contains(new Shard(2, 5));
    assertThat(List.of("0/5", "6/5", "2", "a/b", "1/0", "-1/2", "99999/99999"))
        .allSatisfy(one -> assertThat(Shard.parse(one)).isEmpty());
    var rows = RowNumbers.parse("1,4, 7-9").orElseThrow();
    assertThat(IntStream.rangeClosed(1, 10).filter(rows::contains)).containsExactly(1, 4, 7, 8, 9);
    assertThat(List.of("", "0", "3-2", "a", "1,", "1--2"))
        .allSatisfy(one -> assertThat(RowNumbers.parse(one)).isEmpty());
  }
}
