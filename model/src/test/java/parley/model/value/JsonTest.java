package parley.model.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading and writing JSON, by the sections of RFC 8259. */
final class JsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "false",
        "0",
        "-0",
        "1.10",
        "12345678901234567890",
        "1e5",
        "1E+5",
        "-1.5e-7",
        "[]",
        "{}",
        "[1,[2,{\"a\":[]}]]",
        "{\"z\":1,\"a\":2}",
        "\"\"",
        "\"grüße 😀\"",
        "\"\\\"\\\\\\b\\f\\n\\r\\t\\u0000\"",
        "\"\\ud800\"",
        "\"\\udfff!\""
      })
  void whatIsReadIsWrittenAsItWas(String json) {
    assertThat(JsonWriter.write(value(json))).isEqualTo(json);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '^',
      delimiter = '|',
      value = {
        "\" \\/ \\u00e9 \\uD83D\\uDE00 \"| \" / é 😀 \"",
        " [ 1 , 2 ] | [1,2]",
        "^\t{\r\n\"a\" : 1 }^ | {\"a\":1}",
        "{\"a\":1,\"b\":2,\"a\":3} | {\"a\":3,\"b\":2}",
      })
  void spaceAndEscapesAreReadToTheSameValue(String json, String written) {
    assertThat(JsonWriter.write(value(json))).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '^',
      delimiter = '|',
      emptyValue = "",
      value = {
        "^^          | 1:1 found the end of the text, expected a value",
        "^ ^         | 1:2 found the end of the text, expected a value",
        "[1,]        | 1:4 found ], expected a value",
        "[1 2]       | 1:4 found 2, expected a comma or ]",
        "[           | 1:2 found the end of the text, expected a value",
        "{\"a\" 1}   | 1:6 found 1, expected a colon",
        "{\"a\":1,}  | 1:8 found }, expected a name in double quotes",
        "{a:1}       | 1:2 found a, expected a name in double quotes",
        "{\"a\":1    | 1:7 found the end of the text, expected a comma or }",
        "tru         | 1:1 found t, expected a value",
        "nul         | 1:1 found n, expected a value",
        "fals        | 1:1 found f, expected a value",
        "1 2         | 1:3 found 2, expected the end of the text",
        "^[1,\n x]^  | 2:2 found x, expected a value",
        "'a'         | 1:1 found ', expected a value",
        "^\uFEFF1^   | 1:1 found \uFEFF, expected a value",
        "😀          | 1:1 found 😀, expected a value",
        "^\ud83d^    | 1:1 found U+D83D, expected a value",
        "01          | 1:1 found 01, expected a number as JSON writes it, up to 1e9999",
        "[1.]        | 1:2 found 1., expected a number as JSON writes it, up to 1e9999",
        "-           | 1:1 found -, expected a number as JSON writes it, up to 1e9999",
        "1e10000     | 1:1 found 1e10000, expected a number as JSON writes it, up to 1e9999",
        "1e99999999999 | 1:1 found 1e99999999999, expected a number as JSON writes it, up to"
            + " 1e9999",
        "\"a         | 1:3 found the end of the text, expected a double quote; control characters"
            + " in a text are written \\u00XX",
        "^\"\u0001\"^ | 1:2 found U+0001, expected a double quote; control characters in a text are"
            + " written \\u00XX",
        "^\"\\n\u0001\"^ | 1:4 found U+0001, expected a double quote; control characters in a text"
            + " are written \\u00XX",
        "\"\\x\"     | 1:3 found x, expected one of \" \\ / b f n r t or u with four hex digits",
        "\"\\u12g4\" | 1:3 found u, expected one of \" \\ / b f n r t or u with four hex digits",
        "\"\\u12\"   | 1:3 found u, expected one of \" \\ / b f n r t or u with four hex digits",
        "\"\\u٠٠٠٠\" | 1:3 found u, expected one of \" \\ / b f n r t or u with four hex digits",
        "\"\\        | 1:3 found the end of the text, expected one of \" \\ / b f n r t or u with"
            + " four hex digits",
      })
  void whatIsNotJsonIsSaidWithItsPlace(String json, String problem) {
    var found = (JsonReading.Unreadable) JsonReader.read(json);
    assertThat(found.line() + ":" + found.column() + " " + found.text()).isEqualTo(problem);
  }

  @Test
  void writingEndsAtALimit() {
    var value = ((JsonReading.Read) JsonReader.read("{\"a\":[1,2,\"xyz\"],\"b\":null}")).value();
    var whole = JsonWriter.write(value);
    for (var limit = 0; limit <= whole.length() + 1; limit++) {
      assertThat(JsonWriter.begin(value, limit))
          .isEqualTo(whole.substring(0, Math.min(limit, whole.length())));
    }
  }

  @Test
  void limitsAreNamedWhereTheyAreExceeded() {
    assertThat(unreadable("[".repeat(257)).text())
        .isEqualTo("more than 256 lists and maps in one another");
    assertThat(unreadable("9".repeat(1001)).text())
        .isEqualTo("a number of 1001 characters exceeds the limit of 1000");
    assertThat(JsonReader.read("[1, 2]", 5))
        .isEqualTo(new JsonReading.Unreadable(0, 1, 1, "6 characters exceed the limit of 5"));
    assertThat(value("[".repeat(256) + "]".repeat(256)).kind()).isEqualTo(Value.Kind.LIST);
    assertThat(value("9".repeat(1000)).kind()).isEqualTo(Value.Kind.NUMBER);
  }

  @Test
  void everyPrefixOfATextIsReadWithoutFailing() {
    var json = "{\"a\":[1.5e3,\"\\u00e9\",{\"b\":null}],\"c\":true}";
    for (var end = 0; end < json.length(); end++) {
      assertThat(JsonReader.read(json.substring(0, end)))
          .isInstanceOf(JsonReading.Unreadable.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1,1.0,0",
    "1e3,1000,0",
    "1.10,1.1,0",
    "-0,0,0",
    "0e99,0.00,0",
    "2,10,-1",
    "9223372036854775808,9223372036854775807,1",
    "-9223372036854775809,-9223372036854775808,-1",
    "9223372036854775807.0,9223372036854775807,0",
    "0.5,1,-1",
    "1e9999,1,1"
  })
  void numbersCompareByWhatTheyAreWorth(String left, String right, int order) {
    var one = Decimal.parse(left).orElseThrow();
    var other = Decimal.parse(right).orElseThrow();
    assertThat(one.compareTo(other)).isEqualTo(order);
    assertThat(one.equals(other)).isEqualTo(order == 0);
    assertThat(order != 0 || one.hashCode() == other.hashCode()).isTrue();
    assertThat(one.toBigDecimal()).isEqualByComparingTo(new BigDecimal(left));
  }

  @Test
  void computedNumbersHavePlainTexts() {
    assertThat(Decimal.of(new BigDecimal("1E+3")).orElseThrow()).hasToString("1000");
    assertThat(Decimal.of(new BigDecimal("1E+300")).orElseThrow()).hasToString("1E+300");
    assertThat(Decimal.of(new BigDecimal("1E+10000"))).isEmpty();
    assertThat(Decimal.of(7)).hasToString("7").isNotEqualTo("7");
    assertThat(Decimal.of(7).toBigDecimal()).isEqualTo("7");
    assertThat(Decimal.of(7).isWhole()).isTrue();
    assertThat(Decimal.parse("0.5").orElseThrow().isWhole()).isFalse();
    assertThat(Decimal.parse("seven")).isEmpty();
  }

  @Test
  void kindsHaveWordsAndValuesAreCopies() {
    assertThat(List.of(Value.Kind.values()).stream().map(Value.Kind::word))
        .containsExactly("null", "boolean", "number", "text", "list", "map");
    assertThat(Value.Kind.LIST.phrase()).isEqualTo("a list");
    var fields = new LinkedHashMap<>(Map.of("a", Value.of(1)));
    var map = Value.of(fields);
    fields.clear();
    assertThat(map).isEqualTo(value("{\"a\":1.0}"));
    assertThat(map.kind()).isEqualTo(Value.Kind.MAP);
    assertThat(Value.of(List.of(Value.of("x"), Value.of(false), Value.NULL)))
        .isEqualTo(value("[\"x\",false,null]"));
    assertThat(Value.NULL.kind()).isEqualTo(Value.Kind.NULL);
    assertThat(Value.of(true).kind()).isEqualTo(Value.Kind.BOOLEAN);
    assertThat(Value.of("").kind()).isEqualTo(Value.Kind.TEXT);
  }

  @Property
  void everyValueComesBackFromItsText(@ForAll("values") Value value) {
    assertThat(value(JsonWriter.write(value))).isEqualTo(value);
  }

  @Property
  void everyTextIsReadOrRefused(@ForAll("scraps") String scraps) {
    assertThat(JsonReader.read(scraps)).isNotNull();
  }

  @Provide
  Arbitrary<String> scraps() {
    return Arbitraries.of("{", "}", "[", "]", "\"", "\\", "u00e9", ",", ":", "1", "-", "e", "true")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<Value> values() {
    return values(3);
  }

  private Arbitrary<Value> values(int depth) {
    Arbitrary<Value> leaf =
        Arbitraries.oneOf(
            Arbitraries.just(Value.NULL),
            Arbitraries.of(true, false).map(Value::of),
            Arbitraries.longs().map(Value::of),
            Arbitraries.bigDecimals().map(number -> Decimal.of(number).orElseThrow()),
            Arbitraries.strings().ofMaxLength(5).map(Value::of));
    return depth == 0
        ? leaf
        : Arbitraries.oneOf(
            leaf,
            values(depth - 1).list().ofMaxSize(3).map(Value::of),
            Arbitraries.maps(Arbitraries.strings().ofMaxLength(3), values(depth - 1))
                .ofMaxSize(3)
                .map(Value::of));
  }

  private static Value value(String json) {
    return ((JsonReading.Read) JsonReader.read(json)).value();
  }

  private static JsonReading.Unreadable unreadable(String json) {
    return (JsonReading.Unreadable) JsonReader.read(json);
  }
}
