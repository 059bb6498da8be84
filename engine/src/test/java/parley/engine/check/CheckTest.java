package parley.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.engine.function.Result;
import parley.model.collection.Operator;
import parley.model.outcome.CheckOutcome.Verdict;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.Value;

/** The operators of checks, each with what passes and what does not. */
final class CheckTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "equals | 1.0 | 1 | true",
        "schema | {\"type\":\"number\"} | 1 | true",
        "xml-contains | \"<b/>\" | \"<a><b/></a>\" | true",
        "xml-contains | \"<b/>\" | 1 | false",
        "equals | 1 | \"1\" | false",
        "equals | [] | \"\" | false",
        "not-equals | 1 | 2 | true",
        "not-equals | 1 | 1.0 | false",
        "exists | true | null | true",
        "exists | false | null | false",
        "contains | \"b\" | \"abc\" | true",
        "contains | \"x\" | \"abc\" | false",
        "contains | 1 | \"abc\" | false",
        "contains | 1 | [1.0] | true",
        "contains | \"a\" | {\"a\":1} | true",
        "contains | \"b\" | {\"a\":1} | false",
        "contains | 1 | {\"a\":1} | false",
        "contains | 1 | 1 | false",
        "contains | 1 | null | false",
        "contains | 1 | true | false",
        "not-contains | 1 | true | false",
        "not-contains | 1 | 1 | false",
        "not-contains | 1 | [2] | true",
        "not-contains | \"a\" | {} | true",
        "empty | true | null | false",
        "empty | true | true | false",
        "after | 0 | true | false",
        "after | 0 | [] | false",
        "after | 0 | {} | false",
        "length | 1 | {\"a\":1} | true",
        "json-contains | {\"a\":1} | \"{\" | false",
        "not-contains | \"x\" | \"abc\" | true",
        "not-contains | \"b\" | \"abc\" | false",
        "not-contains | 1 | null | false",
        "matches | ^\"\\\\d+\"^ | \"a1\" | true",
        "matches | ^\"\\\\d+\"^ | \"a\" | false",
        "matches | ^\"\\\\d+\"^ | 1 | false",
        "greater-than | 1 | 1.5 | true",
        "greater-than | 1 | 1 | false",
        "greater-than | 1 | \"2\" | false",
        "at-least | 1 | 1 | true",
        "less-than | \"b\" | \"a\" | true",
        "at-most | 1 | 2 | false",
        "in | [1,2] | 2.0 | true",
        "in | [1,2] | \"2\" | false",
        "not-in | [1,2] | \"2\" | true",
        "not-in | [1,2] | 2 | false",
        "not-matches | \"x\" | \"abc\" | true",
        "not-matches | \"b\" | \"abc\" | false",
        "not-matches | \"x\" | 1 | false",
        "not-starts-with | \"b\" | \"abc\" | true",
        "not-starts-with | \"a\" | \"abc\" | false",
        "not-ends-with | \"c\" | \"abc\" | false",
        "not-ends-with | \"c\" | null | false",
        "not-equals-ignoring-case | \"a\" | \"A\" | false",
        "not-equals-ignoring-case | \"a\" | \"b\" | true",
        "not-length | 2 | [1] | true",
        "not-length | 1 | 5 | false",
        "not-type | \"number\" | \"1\" | true",
        "not-type | \"number\" | 1 | false",
        "not-json-contains | {\"a\":1} | {\"a\":2} | true",
        "not-json-contains | {\"a\":1} | {\"a\":1,\"b\":2} | false",
        "not-xml-contains | \"<b/>\" | \"<a><b/></a>\" | false",
        "not-xml-contains | \"<c/>\" | \"<a><b/></a>\" | true",
        "not-xml-contains | \"<c/>\" | \"no XML\" | false",
        "not-schema | {\"type\":\"number\"} | 1 | false",
        "not-schema | {\"type\":\"number\"} | \"1\" | true",
        "not-date | true | \"2026-01-02\" | false",
        "not-date | true | \"tomorrow\" | true",
        "not-date | \"yyyy\" | \"2026\" | false",
        "starts-with | \"a\" | \"abc\" | true",
        "starts-with | \"b\" | \"abc\" | false",
        "starts-with | \"b\" | 1 | false",
        "ends-with | \"c\" | \"abc\" | true",
        "empty | true | \"\" | true",
        "empty | true | [] | true",
        "empty | true | {} | true",
        "empty | true | 0 | false",
        "empty | true | [1] | false",
        "empty | true | {\"a\":1} | false",
        "empty | false | \"a\" | true",
        "length | 1 | \"😀\" | true",
        "length | 2 | [1] | false",
        "type | \"number\" | 1 | true",
        "type | \"text\" | 1 | false",
        "type | \"string\" | \"a\" | true",
        "type | \"array\" | [] | true",
        "type | \"object\" | {} | true",
        "type | null | null | true",
        "type | \"null\" | 1 | false",
        "json-contains | {\"a\":{\"b\":1}} | {\"a\":{\"b\":1.0,\"c\":2},\"d\":3} | true",
        "json-contains | {\"a\":null} | {} | false",
        "json-contains | {\"a\":1} | {\"a\":2} | false",
        "json-contains | {\"a\":1} | [1] | false",
        "json-contains | [1] | {\"a\":1} | false",
        "json-contains | [{\"a\":1},2] | [2,{\"a\":1,\"b\":2}] | true",
        "json-contains | [3] | [2] | false",
        "json-contains | {\"a\":1} | \"{\\\"a\\\":1}\" | true",
        "json-contains | \"x\" | \"x\" | true",
        "date | true | \"2026-01-02\" | true",
        "date | true | \"2026-01-02T03:04:05Z\" | true",
        "date | true | \"02.01.2026\" | false",
        "date | \"dd.MM.yyyy\" | \"02.01.2026\" | true",
        "date | \"dd.MM.yyyy\" | \"2026-01-02\" | false",
        "date | true | 1 | false",
        "before | \"2026-01-02\" | \"2026-01-01T23:59:59Z\" | true",
        "before | \"2026-01-02\" | \"2026-01-02\" | false",
        "before | \"2026-01-02\" | \"soon\" | false",
        "after | \"2026-01-02\" | 1800000000000 | true",
        "after | 0 | 1.5 | false",
        "after | 0 | null | false",
        "equals-ignoring-case | \"Straße\" | \"STRASSE\" | true",
        "equals-ignoring-case | \"a\" | \"b\" | false",
      })
  void passesWhenItHolds(String operator, String expected, String found, boolean passes) {
    var check = check(operator, expected);
    var result = Result.of(json(found));
    assertThat(check.verdict(result)).isEqualTo(passes ? Verdict.HOLDS : Verdict.FAILS);
    assertThat(check.holds(result)).isEqualTo(passes);
    assertThat(check).hasToString(operator + " " + expected);
    assertThat(check.shown(result)).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "exists | 1 | true or false",
        "xml-contains | \"<b\" | an XML element, such as <id>7</id>",
        "starts-with | 1 | a text",
        "length | 1.5 | a whole number",
        "length | ^\"1\"^ | a whole number",
        "greater-than | true | a number or a text",
        "in | 1 | a list",
        "matches | 1 | a regular expression",
        "matches | \"(\" | a regular expression (( is no regular expression of RE2:"
            + " missing closing ))",
        "type | \"txt\" | one of null, boolean, number, text, list, map, string, array, object",
        "type | 1 | one of null, boolean, number, text, list, map, string, array, object",
        "date | false | true, for ISO 8601, or a pattern such as yyyy-MM-dd",
        "date | \"bbb\" | true, for ISO 8601, or a pattern such as yyyy-MM-dd",
        "before | \"soon\" | a date as ISO 8601 writes it, or milliseconds since 1970",
      })
  void whatDoesNotSuitIsSaid(String operator, String expected, String problem) {
    assertThat(Check.of(named(operator), json(expected)))
        .isEqualTo(new Check.Prepared.Wrong(problem));
  }

  @Test
  void nothingFailsAllButItsOwnAbsence() {
    var nothing = new Result.Fault(Result.Reason.MISSING, 0, "nothing");
    var notJson = new Result.Fault(Result.Reason.NOT_JSON, 0, "the message is not JSON");
    var invalid = new Result.Fault(Result.Reason.INVALID, 0, "division by zero");
    assertThat(check("exists", "false").verdict(nothing)).isEqualTo(Verdict.HOLDS);
    assertThat(check("exists", "false").verdict(notJson)).isEqualTo(Verdict.FAILS);
    assertThat(check("exists", "false").verdict(invalid)).isEqualTo(Verdict.BROKEN);
    assertThat(check("exists", "true").verdict(nothing)).isEqualTo(Verdict.FAILS);
    assertThat(check("not-equals", "true").verdict(nothing)).isEqualTo(Verdict.FAILS);
    assertThat(check("not-equals", "true").shown(notJson)).isEqualTo("the message is not JSON");
  }

  @Test
  void whatDoesNotFollowASchemaIsShownByItsFirstViolations() {
    var many = check("schema", "{\"items\":{\"type\":\"null\"}}");
    assertThat(many.shown(Result.of(json("[1,2,3,4,5]"))))
        .isEqualTo(
            "$[0]: Value is [integer] but should be [null]; $[1]: Value is [integer] but should be"
                + " [null]; $[2]: Value is [integer] but should be [null]; and 2 more");
    var wrong = Check.of(named("schema"), json("{\"type\":1}"));
    assertThat(((Check.Prepared.Wrong) wrong).expected())
        .startsWith("a JSON Schema (it is no JSON Schema: $.type: ");
  }

  @Test
  void longValuesAreCut() {
    assertThat(check("equals", "1").shown(Result.of(Value.of("x".repeat(2000)))))
        .startsWith("\"xxx")
        .endsWith("xxx... (2002 characters)")
        .hasSizeLessThan(1100);
  }

  private static Check check(String operator, String expected) {
    var prepared = Check.of(named(operator), json(expected));
    return ((Check.Prepared.Ready) prepared).check();
  }

  private static Operator named(String key) {
    return Stream.of(Operator.values()).filter(one -> one.key().equals(key)).findFirst().get();
  }

  private static Value json(String text) {
    return ((JsonReading.Read) JsonReader.read(text)).value();
  }
}
