package parley.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import parley.model.collection.Extraction;
import parley.model.collection.Extraction.Kind;
import parley.model.collection.Extraction.Pick;
import parley.model.value.JsonWriter;

/** Values taken out of messages, by how they are found. */
final class ExtractionPlanTest {

  private static final String DATA = "{\"data\":[{\"id\":1},{\"id\":2}],\"none\":null,\"s\":\"\"}";

  private static Extraction extraction(Kind kind, String argument, int group, Pick pick) {
    return new Extraction("room", kind, Written.source(argument), group, pick, null);
  }

  private static String told(Extraction extraction, Sight sight) {
    var compiling = Written.compiling();
    var plan = ExtractionPlan.of(extraction, compiling);
    assertThat(Written.problems(compiling)).isEmpty();
    return switch (plan.extract(sight)) {
      case Extracting.Found(var value) -> JsonWriter.write(value);
      case Extracting.Nothing(var why) -> "nothing: " + why;
      case Extracting.Impossible(var why) -> "impossible: " + why;
    };
  }

  private static String told(Kind kind, String argument, Pick pick, Sight sight) {
    return told(extraction(kind, argument, 0, pick), sight);
  }

  private static String problems(Extraction extraction) {
    var compiling = Written.compiling();
    var plan = ExtractionPlan.of(extraction, compiling);
    assertThat(plan.extract(Sight.of("x"))).isNotInstanceOf(Extracting.Found.class);
    return Written.problems(compiling);
  }

  @Nested
  final class ByPath {

    private String told(String path, Pick pick) {
      return ExtractionPlanTest.told(Kind.JSONPATH, path, pick, Sight.of(DATA));
    }

    @Test
    void oneOfSeveralOrAllOrTheirCount() {
      assertThat(told("$.data[*].id", Pick.FIRST)).isEqualTo("1");
      assertThat(told("$.data[*].id", Pick.ALL)).isEqualTo("[1,2]");
      assertThat(told("$.data[*].id", Pick.COUNT)).isEqualTo("2");
      assertThat(told("$.data[*].id", Pick.RANDOM)).isIn("1", "2");
      assertThat(told("$.data[9].id", Pick.COUNT)).isEqualTo("0");
    }

    @Test
    void emptyIsNothing() {
      assertThat(told("$.x", Pick.FIRST)).isEqualTo("nothing: nothing");
      assertThat(told("$.x", Pick.ALL)).isEqualTo("nothing: nothing");
      assertThat(told("$.none", Pick.FIRST)).isEqualTo("nothing: an empty value: null");
      assertThat(told("$.s", Pick.FIRST)).isEqualTo("nothing: an empty value: \"\"");
      assertThat(told("$.data[2:]", Pick.RANDOM)).isEqualTo("nothing: nothing");
    }

    @Test
    void templatesAreFilledFirst() {
      assertThat(told("$.{{'data'}}[?@.id < {{limit}}].id", Pick.ALL)).isEqualTo("[1,2]");
      assertThat(told("$.{{later}}", Pick.ALL)).isEqualTo("nothing: later has no value yet");
      assertThat(told("$.{{limit / 0}}", Pick.ALL)).isEqualTo("impossible: division by zero");
    }

    @Test
    void whatIsNotJsonIsNothing() {
      assertThat(ExtractionPlanTest.told(Kind.JSONPATH, "$.a", Pick.FIRST, Sight.of("x")))
          .startsWith("nothing: the message is not JSON");
    }

    @Test
    void tooMuchWorkIsImpossible() {
      var wide = Sight.ofSeveral("[" + "[1],".repeat(2_000) + "1]");
      assertThat(ExtractionPlanTest.told(Kind.JSONPATH, "$[?count($..*) > 0]", Pick.ALL, wide))
          .startsWith("impossible: $[?count($..*) > 0] visits more than");
    }
  }

  @Nested
  final class ByExpression {

    private String told(String expression, Pick pick) {
      return ExtractionPlanTest.told(Kind.EXPRESSION, expression, pick, Sight.of(DATA));
    }

    @Test
    void itsValueOrWhatIsInItsList() {
      assertThat(told("$.data[*].id", Pick.FIRST)).isEqualTo("[1,2]");
      assertThat(told("$.data[*].id", Pick.COUNT)).isEqualTo("2");
      assertThat(told("$.data[*].id", Pick.ALL)).isEqualTo("[1,2]");
      assertThat(told("limit * 2", Pick.FIRST)).isEqualTo("25.00");
      assertThat(told("{}", Pick.FIRST)).isEqualTo("nothing: an empty value: {}");
      assertThat(told("[]", Pick.FIRST)).isEqualTo("nothing: an empty value: []");
      assertThat(told("$.x", Pick.FIRST)).isEqualTo("nothing: nothing is at $.x");
      assertThat(told("limit / 0", Pick.FIRST)).isEqualTo("impossible: division by zero");
    }
  }

  @Nested
  final class ByRegularExpression {

    private String told(String regex, int group, Pick pick, Sight sight) {
      return ExtractionPlanTest.told(extraction(Kind.REGEX, regex, group, pick), sight);
    }

    @Test
    void aGroupOfAMatch() {
      var sight = Sight.of("sid=ab; sid=cd");
      assertThat(told("sid=(\\w+)", 1, Pick.FIRST, sight)).isEqualTo("\"ab\"");
      assertThat(told("sid=(\\w+)", 0, Pick.FIRST, sight)).isEqualTo("\"sid=ab\"");
      assertThat(told("sid=(\\w+)", 1, Pick.ALL, sight)).isEqualTo("[\"ab\",\"cd\"]");
      assertThat(told("(x)?sid", 1, Pick.FIRST, sight)).isEqualTo("nothing: nothing");
      assertThat(told("{{'sid'}}=(\\w+)", 1, Pick.FIRST, sight)).isEqualTo("\"ab\"");
    }

    @Test
    void needsAText() {
      assertThat(told("a", 0, Pick.FIRST, Sight.ofBinary(1)))
          .isEqualTo("nothing: a binary message of 1 bytes 01");
      assertThat(told("a", 0, Pick.FIRST, Sight.ofNothing()))
          .isEqualTo("impossible: there is not exactly one message here");
    }

    @Test
    void oneThatIsFilledMayBeWrong() {
      var sight = Sight.of("a");
      assertThat(told("{{later}}", 0, Pick.FIRST, sight))
          .isEqualTo("nothing: later has no value yet");
      assertThat(told("({{room}}", 0, Pick.FIRST, sight))
          .startsWith("impossible: (main is no regular expression of RE2");
      assertThat(told("{{room}}", 1, Pick.FIRST, sight))
          .isEqualTo("impossible: group 1 of `main`, which has 0");
    }

    @Test
    void oneThatIsWrittenIsAProblem() {
      assertThat(problems(extraction(Kind.REGEX, "(", 0, Pick.FIRST)))
          .isEqualTo(
              "3:5 found `(`: ( is no regular expression of RE2: missing closing ), expected a"
                  + " regular expression");
      assertThat(problems(extraction(Kind.REGEX, "a(b)", 2, Pick.FIRST)))
          .isEqualTo("3:5 found group 2 of `a(b)`, which has 1, expected a group that it has");
    }
  }

  @Nested
  final class ByOtherMeans {

    @Test
    void headers() {
      var sight = Sight.ofNothing().header("Set-Cookie", "a=1").header("set-cookie", "b=2");
      assertThat(told(Kind.HEADER, "set-cookie", Pick.FIRST, sight)).isEqualTo("\"a=1\"");
      assertThat(told(Kind.HEADER, "Set-Cookie", Pick.ALL, sight)).isEqualTo("[\"a=1\",\"b=2\"]");
      assertThat(told(Kind.HEADER, "{{room}}", Pick.FIRST, sight)).isEqualTo("nothing: nothing");
      assertThat(told(Kind.HEADER, "{{later}}", Pick.FIRST, sight))
          .isEqualTo("nothing: later has no value yet");
    }

    @Test
    void theWholeText() {
      assertThat(told(Kind.TEXT, "", Pick.FIRST, Sight.of("hi"))).isEqualTo("\"hi\"");
      assertThat(told(Kind.TEXT, "", Pick.FIRST, Sight.ofBinary(255)))
          .isEqualTo("nothing: a binary message of 1 bytes ff");
    }

    @Test
    void partsOfXmlAndHtml() {
      var sight = Sight.of("<a><b>1</b><b>2</b></a>");
      assertThat(told(Kind.XPATH, "//b", Pick.ALL, sight)).isEqualTo("[\"1\",\"2\"]");
      assertThat(told(Kind.XPATH, "sum(//b) div 2", Pick.FIRST, sight)).isEqualTo("1.5");
      assertThat(told(Kind.XPATH, "1 div 0", Pick.FIRST, sight)).isEqualTo("nothing: nothing");
      assertThat(told(Kind.CSS, "b:eq({{limit > 1 ? 1 : 0}})", Pick.FIRST, sight))
          .isEqualTo("\"2\"");
      assertThat(told(Kind.XPATH, "//b", Pick.FIRST, Sight.of("{}")))
          .startsWith("nothing: the message is not XML");
    }
  }

  @Test
  void aDefaultStandsIn() {
    var plan =
        ExtractionPlan.of(
            new Extraction(
                "room",
                Kind.JSONPATH,
                Written.source("$.a"),
                0,
                Pick.FIRST,
                Written.json("\"{{limit}}\"")),
            Written.compiling());
    assertThat(plan.name()).isEqualTo("room");
    assertThat(plan.slot()).isEqualTo(1);
    assertThat(plan.otherwise(Sight.ofNothing())).contains(new Filled.Of(Sight.json("12.50")));
    var without = ExtractionPlan.of(extraction(Kind.TEXT, "", 0, Pick.FIRST), Written.compiling());
    assertThat(without.otherwise(Sight.ofNothing())).isEmpty();
  }
}
