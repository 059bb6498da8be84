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

  @Nested
  final class ByJmesPath {

    private String told(String expression, Pick pick) {
      return ExtractionPlanTest.told(Kind.JMESPATH, expression, pick, Sight.of(DATA));
    }

    @Test
    void valuesStayWhatWasWritten() {
      assertThat(told("data[*].id", Pick.FIRST)).isEqualTo("1");
      assertThat(told("data[*].id", Pick.ALL)).isEqualTo("[1,2]");
      assertThat(told("data[?id > `1`] | [0]", Pick.FIRST)).isEqualTo("{\"id\":2}");
      assertThat(told("{n: length(data), all: data[].id}", Pick.FIRST))
          .isEqualTo("{\"n\":2,\"all\":[1,2]}");
      assertThat(told("sum(data[].id)", Pick.FIRST)).isEqualTo("3");
      assertThat(told("max_by(data, &id).id", Pick.FIRST)).isEqualTo("2");
      assertThat(told("keys(@) | sort(@) | join('-', @)", Pick.FIRST)).isEqualTo("\"data-none-s\"");
      assertThat(told("values(data[0])", Pick.FIRST)).isEqualTo("1");
      assertThat(told("to_string(data[0])", Pick.FIRST)).isEqualTo("\"{\\\"id\\\":1}\"");
      assertThat(told("data[0].id == `1.0` && !none && !s && type(data) == 'array'", Pick.FIRST))
          .isEqualTo("true");
      assertThat(told("to_number('1.50')", Pick.FIRST)).isEqualTo("1.5");
      assertThat(told("avg(data[].id)", Pick.FIRST)).isEqualTo("1.5");
      assertThat(told("data == s || not_null(none, `7`)", Pick.FIRST)).isEqualTo("7");
      assertThat(told("data.id", Pick.FIRST)).isEqualTo("nothing: nothing");
      assertThat(told("nowhere", Pick.COUNT)).isEqualTo("0");
    }

    @Test
    void numbersAreComparedExactly() {
      var big = Sight.of("[9007199254740993, 9007199254740992]");
      assertThat(ExtractionPlanTest.told(Kind.JMESPATH, "[?@ > `9007199254740992`]", Pick.ALL, big))
          .isEqualTo("[9007199254740993]");
      assertThat(ExtractionPlanTest.told(Kind.JMESPATH, "sort(@)[0]", Pick.ALL, big))
          .isEqualTo("[9007199254740992]");
    }

    @Test
    void whatIsWrongIsSaid() {
      assertThat(told("{{room}}[", Pick.FIRST)).startsWith("impossible: main[ is no JMESPath: ");
      assertThat(told("{{later}}", Pick.FIRST)).isEqualTo("nothing: later has no value yet");
      assertThat(told("{{'data'}}[0].id", Pick.FIRST)).isEqualTo("1");
      assertThat(told("length(`1`)", Pick.FIRST)).startsWith("impossible: ");
      assertThat(ExtractionPlanTest.told(Kind.JMESPATH, "a", Pick.FIRST, Sight.of("x")))
          .startsWith("nothing: the message is not JSON");
      assertThat(problems(extraction(Kind.JMESPATH, "data[", 0, Pick.FIRST)))
          .isEqualTo("3:10 found `data[`: found [, expected a JMESPath such as `items[*].id`");
      assertThat(problems(extraction(Kind.JMESPATH, "a b", 0, Pick.FIRST)))
          .startsWith("3:7 found `a b`: found b, ");
      assertThat(problems(extraction(Kind.JMESPATH, "a # b", 0, Pick.FIRST)))
          .startsWith("3:7 found `a # b`: found #");
      assertThat(problems(extraction(Kind.JMESPATH, "nofunction(@)", 0, Pick.FIRST)))
          .contains("nofunction");
      assertThat(problems(extraction(Kind.JMESPATH, "a".repeat(1001), 0, Pick.FIRST)))
          .contains("1001 characters exceed the limit of 1000");
    }

    @Test
    void aListDoesNotGrowWithoutEnd() {
      var doubling = "[@,@][]" + " | [@,@][]".repeat(40);
      assertThat(told(doubling, Pick.COUNT)).startsWith("impossible: a list of more than 1000000");
    }
  }

  @Test
  void ednIsReadAsJsonIs() {
    var sight = Sight.of("{:user {:role :viewer, :id \"56\", :teams nil}, :n 1.50M} ; end");
    assertThat(told(Kind.EDN, "$.user.role", Pick.FIRST, sight)).isEqualTo("\"viewer\"");
    assertThat(told(Kind.EDN, "$.n", Pick.FIRST, sight)).isEqualTo("1.50");
    assertThat(told(Kind.EDN, "$.user.*", Pick.COUNT, sight)).isEqualTo("3");
    assertThat(told(Kind.EDN, "$.user", Pick.FIRST, Sight.of("{:a")))
        .isEqualTo("nothing: the message is not EDN: offset 0: found { without its }");
    assertThat(problems(extraction(Kind.EDN, "user", 0, Pick.FIRST)))
        .startsWith("3:5 found `user`");
  }

  @Test
  void bytesAndWhatIsKnownOfThem() {
    var abc = Sight.of("äbc");
    assertThat(told(Kind.BYTES, "hex", Pick.FIRST, abc)).isEqualTo("\"c3a46263\"");
    assertThat(told(Kind.BYTES, "base64", Pick.FIRST, Sight.ofBinary(0, 255)))
        .isEqualTo("\"AP8=\"");
    assertThat(told(Kind.BYTES, "hex", Pick.FIRST, Sight.ofBinary()))
        .isEqualTo("nothing: an empty value: \"\"");
    assertThat(told(Kind.LENGTH, "bytes", Pick.FIRST, abc)).isEqualTo("4");
    assertThat(told(Kind.LENGTH, "characters", Pick.FIRST, abc)).isEqualTo("3");
    assertThat(told(Kind.LENGTH, "characters", Pick.FIRST, Sight.ofBinary(1)))
        .isEqualTo("nothing: a binary message of 1 bytes 01");
    assertThat(told(Kind.CHECKSUM, "crc32", Pick.FIRST, Sight.of("123456789")))
        .isEqualTo("\"cbf43926\"");
    assertThat(told(Kind.CHECKSUM, "sha1", Pick.FIRST, Sight.of("abc")))
        .isEqualTo("\"a9993e364706816aba3e25717850c26c9cd0d89d\"");
    assertThat(told(Kind.CHECKSUM, "md5", Pick.FIRST, Sight.ofSeveral("[]")))
        .isEqualTo("impossible: there is not exactly one message here");
    assertThat(problems(extraction(Kind.CHECKSUM, "sha265", 0, Pick.FIRST)))
        .isEqualTo(
            "3:5 found the name `sha265`, expected one of: `crc32`, `md5`, `sha1`, `sha256`,"
                + " `sha384`, `sha512`; did you mean `sha256`?");
  }

  @Test
  void anAttributeOfHtml() {
    var html = Sight.of("<a href='/b'>c</a><a>d</a>");
    var hrefs =
        new Extraction(
            "room", Kind.CSS, Written.source("a"), 0, Pick.ALL, null, Written.source("href"));
    assertThat(told(hrefs, html)).isEqualTo("[\"/b\"]");
    var templated =
        new Extraction(
            "room", Kind.CSS, Written.source("a"), 0, Pick.ALL, null, Written.source("{{room}}"));
    assertThat(problems(templated))
        .isEqualTo("3:5 found `{{room}}`, expected the name of an attribute");
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
