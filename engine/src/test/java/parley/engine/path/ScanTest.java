package parley.engine.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.engine.path.JsonScan.Verdict;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.Value;

/** Scans never contradict the comparison of values. */
final class ScanTest {

  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "\"a\"",
          "\"b\"",
          "\"\\u0061\"",
          "\"x\"",
          "\"xy\"",
          "\"é\"",
          "1",
          "-1",
          "1.5",
          "1.50",
          "0",
          "-0",
          "01",
          "1e2",
          "10",
          "12345678901234567890",
          "true",
          "false",
          "null",
          " ",
          "\t",
          "tru",
          "\"",
          "\\",
          ".",
          "-",
          "\u0001",
          "1.",
          "nul");

  private static final List<String> VALUES =
      List.of("\"x\"", "\"é\"", "\"\"", "1", "-1.5", "1.5", "0", "10", "true", "false", "null");

  private static final List<String> PATHS = List.of("$", "$.a", "$.a.b", "$[0]", "$.a[1]", "$.é");

  @Test
  void aDecisionIsThatOfTheValues() {
    var random = new Random(7);
    var decided = 0;
    for (var i = 0; i < 30_000; i++) {
      decided += agrees(random, document(random)) ? 1 : 0;
    }
    assertThat(decided).isGreaterThan(500);
  }

  /** Mostly JSON, at times broken. */
  private static String document(Random random) {
    var json = value(random, 3);
    if (random.nextInt(4) > 0) {
      return json;
    }
    var at = random.nextInt(json.length() + 1);
    var cut = Math.min(json.length(), at + random.nextInt(3));
    return json.substring(0, at) + PIECES.get(random.nextInt(PIECES.size())) + json.substring(cut);
  }

  private static String value(Random random, int depth) {
    var kind = random.nextInt(depth == 0 ? 1 : 5);
    return switch (kind) {
      case 0, 1 -> random.nextBoolean() ? pick(random, VALUES) : scalar(random);
      case 2 -> "[" + value(random, depth - 1) + "," + value(random, depth - 1) + "]";
      case 3 -> "{\"a\":" + value(random, depth - 1) + " , \"b\":" + value(random, depth - 1) + "}";
      default ->
          "{%s:%s,%s:%s}"
              .formatted(
                  pick(random, List.of("\"a\"", "\"b\"", "\"\\u0061\"", "\"é\"", "\"\"")),
                  value(random, depth - 1),
                  pick(random, List.of("\"a\"", "\"b\"", "\"ab\"")),
                  value(random, depth - 1));
    };
  }

  private static String scalar(Random random) {
    return pick(random, PIECES.subList(8, 25));
  }

  private static String pick(Random random, List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static boolean agrees(Random random, String document) {
    var path = read(pick(random, PATHS));
    var comparison = List.of(Comparison.values()).get(random.nextInt(6));
    var constant = json(pick(random, VALUES));
    var scanner = PathScanner.of(path, comparison, constant);
    if (scanner.isEmpty()) {
      assertThat(comparison.isEquality()).isFalse();
      return false;
    }
    var verdict = new JsonScan().scan(scanner.get(), utf8(document));
    if (verdict != Verdict.UNDECIDED) {
      assertThat(verdict)
          .as("%s of %s %s %s", document, path, comparison.symbol(), constant)
          .isEqualTo(slowly(path, comparison, constant, document));
    }
    return verdict != Verdict.UNDECIDED;
  }

  private static Verdict slowly(
      JsonPath path, Comparison comparison, Value constant, String document) {
    if (!(JsonReader.read(document) instanceof JsonReading.Read(var root))) {
      return Verdict.UNDECIDED;
    }
    var found = path.find(root).values();
    if (found.isEmpty()) {
      return Verdict.UNDECIDED;
    }
    var left = found.getFirst();
    if (Comparison.ordered(left, constant)) {
      return verdict(comparison.holds(Comparison.order(left, constant)));
    }
    var comparable =
        left.kind() == constant.kind() || left.equals(Value.NULL) || constant.equals(Value.NULL);
    return comparison.isEquality() && comparable
        ? verdict(left.equals(constant) == (comparison == Comparison.EQUAL))
        : Verdict.UNDECIDED;
  }

  private static Verdict verdict(boolean holds) {
    return holds ? Verdict.TRUE : Verdict.FALSE;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{\"a\":\"x\"} | $.a | \"x\" | TRUE",
        "{\"a\":\"x\",\"a\":1} | $.a | \"x\" | UNDECIDED",
        "{\"a\":{\"b\":1},\"a\":{}} | $.a.b | 1 | UNDECIDED",
        "{\"a\":\"\\u0078\"} | $.a | \"x\" | UNDECIDED",
        "{\"\\u0061\":\"y\"} | $.a | \"x\" | UNDECIDED",
        "{\"a\":\"x\"}! | $.a | \"x\" | UNDECIDED",
        "{\"a\":1e0} | $.a | 1 | UNDECIDED",
        "{\"a\":1234567890123456789} | $.a | 1 | UNDECIDED",
        "{\"a\":999999999999999999} | $.a | 999999999999999999 | TRUE",
        "{\"b\":1e5,\"a\":1.10} | $.a | 1.1 | TRUE",
        "{\"b\":1E-5,\"c\":-2e+3,\"a\":-1.10} | $.a | -1.1 | TRUE",
        "{\"b\":1e1234,\"a\":1} | $.a | 1 | UNDECIDED",
        "{\"b\":1e,\"a\":1} | $.a | 1 | UNDECIDED",
        "{\"b\":1.,\"a\":1} | $.a | 1 | UNDECIDED",
        "{\"b\":-,\"a\":1} | $.a | 1 | UNDECIDED",
        "{\"b\":\"\\n\\u00e9\\/\",\"a\":1} | $.a | 1 | TRUE",
        "{\"b\":\"\\x\",\"a\":1} | $.a | 1 | UNDECIDED",
        "{\"b\":\"\\u00g9\",\"a\":1} | $.a | 1 | UNDECIDED",
        "{\"b\":[],\"c\":{},\"a\":1} | $.a | 1 | TRUE",
        "{\"b\":falsy,\"a\":1} | $.a | 1 | UNDECIDED",
        "{\"a\" 1} | $.a | 1 | UNDECIDED",
        "{1:1} | $.a | 1 | UNDECIDED",
        "{\"a\":1 | $.a | 1 | UNDECIDED",
        "{\"a\" | $.a | 1 | UNDECIDED",
        "{\"a | $.a | 1 | UNDECIDED",
        "[1 2] | $[0] | 1 | UNDECIDED",
        "[0,[5,6]] | $[1][1] | 6 | TRUE",
        "[0,{\"b\":6}] | $[1].b | 6 | TRUE",
        "{\"a\":\"grüße\"} | $.a | \"grüße\" | TRUE",
        "{\"a\":\"xy\"} | $.a | \"x\" | FALSE",
        "{\"a\":-1} | $.a | -1 | TRUE",
        "{\"a\":true} | $.a | 1 | UNDECIDED",
        "{\"a\":null} | $.a | 1 | FALSE",
        "{\"a\":null} | $.a | \"x\" | FALSE",
        "{\"a\":null} | $.a | true | FALSE",
        "{\"a\":1} | $.a | true | UNDECIDED",
        "{\"a\":1} | $.a | \"x\" | UNDECIDED",
        "{\"a\":[1]} | $.a | 1 | UNDECIDED",
        "{\"a\":false} | $.a | true | FALSE",
        "^ \r\n\t1 ^ | $ | 1 | TRUE",
        "1 | $.a | 1 | UNDECIDED",
        "^^ | $ | 1 | UNDECIDED",
      })
  void plainCasesAreDecidedAndOthersAreNot(
      String json, String path, String constant, Verdict verdict) {
    var scanner = PathScanner.of(read(path), Comparison.EQUAL, json(constant)).orElseThrow();
    assertThat(new JsonScan().scan(scanner, utf8(json))).isEqualTo(verdict);
  }

  @Test
  void everyPrefixIsUndecided() {
    var json = "{\"b\":[1.5e3,\"\\u00e9\",{\"c\":null}],\"a\":true}";
    var scanner = PathScanner.of(read("$.a"), Comparison.EQUAL, Value.of(true)).orElseThrow();
    var scan = new JsonScan();
    for (var end = 0; end < json.length(); end++) {
      assertThat(scan.scan(scanner, utf8(json.substring(0, end)))).isEqualTo(Verdict.UNDECIDED);
    }
    assertThat(scan.scan(scanner, utf8(json))).isEqualTo(Verdict.TRUE);
  }

  @Test
  void limitsLeaveItUndecided() {
    var scanner = PathScanner.of(read("$.a"), Comparison.EQUAL, Value.of(1)).orElseThrow();
    var deep = "{\"b\":" + "[".repeat(256) + "]".repeat(256) + ",\"a\":1}";
    var digits = "{\"b\":" + "1".repeat(1001) + ",\"a\":1}";
    var large = ByteBuffer.allocate(JsonReader.MAX_CHARACTERS + 1);
    assertThat(new JsonScan().scan(scanner, utf8(deep))).isEqualTo(Verdict.UNDECIDED);
    assertThat(new JsonScan().scan(scanner, utf8(digits))).isEqualTo(Verdict.UNDECIDED);
    assertThat(new JsonScan().scan(scanner, large)).isEqualTo(Verdict.UNDECIDED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$..a | EQUAL | 1",
        "$.a[-1] | EQUAL | 1",
        "$.a[0:1] | EQUAL | 1",
        "$[?@.a] | EQUAL | 1",
        "$.* | EQUAL | 1",
        "$.a | EQUAL | []",
        "$.a | EQUAL | {}",
        "$.a | LESS | null",
        "$.a | LESS | true",
        "$.a | EQUAL | 1e2",
        "$.a | EQUAL | 1E2",
        "$.a | EQUAL | 1234567890123456789",
        "$.a | EQUAL | \"\\ud800\""
      })
  void whatIsNotPlainHasNoScanner(String path, Comparison comparison, String constant) {
    assertThat(PathScanner.of(read(path), comparison, json(constant))).isEmpty();
  }

  @Test
  void aNameWithoutAFormInUtf8HasNoScanner() {
    var path = read("$['\ud800']");
    assertThat(PathScanner.of(path, Comparison.EQUAL, Value.of(1))).isEmpty();
  }

  private static ByteBuffer utf8(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonPath read(String path) {
    return ((PathReading.Read) PathReader.read(path)).path();
  }

  private static Value json(String text) {
    return ((JsonReading.Read) JsonReader.read(text)).value();
  }
}
