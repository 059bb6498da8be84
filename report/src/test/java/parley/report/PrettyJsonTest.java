package parley.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrettyJsonTest {

  @Test
  void valuesStandOnLinesAndNumbersStayAsWritten() {
    assertThat(
            PrettyJson.of(
                "{\"a\":1.10,\"b\":[12345678901234567890,-0.0e+5],\"c\":{}, \"d\" : []}",
                Palette.PLAIN))
        .contains(
            """
            {
              "a": 1.10,
              "b": [
                12345678901234567890,
                -0.0e+5
              ],
              "c": {},
              "d": []
            }\
            """);
  }

  @Test
  void escapesInStringsStayAsWritten() {
    assertThat(PrettyJson.of("[\"\\u00e9\\\"\\\\\"]", Palette.PLAIN))
        .contains("[\n  \"\\u00e9\\\"\\\\\"\n]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[1,", "{\"a\"}", "[1] 2", "\"open", "{a:1}", "[1,]", "nul", "[\"\\"})
  void whatIsNoJsonIsLeftAlone(String text) {
    assertThat(PrettyJson.of(text, Palette.PLAIN)).isEmpty();
  }

  @Test
  void deepNestingIsLeftAloneAndNotFollowed() {
    assertThat(PrettyJson.of("[".repeat(100_000), Palette.PLAIN)).isEmpty();
  }
}
