package parley.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import parley.model.collection.Check;
import parley.model.collection.Operation;
import parley.model.collection.Operator;
import parley.model.collection.Subject;
import parley.model.outcome.CheckOutcome;
import parley.protocol.endpoint.Closure;

/** Statements over messages: what holds, and what is said when it does not. */
final class CheckPlanTest {

  private static final String ORDER =
      """
      {"type":"order","id":"a1","total":13,"tags":["x","y"],"note":null,"open":true,
       "customer":{"name":"ann"},"at":"2026-01-02","page":"<p><b>1</b><b>2</b></p>"}\
      """;

  static Operation operation(String operator, String json) {
    return new Operation(
        Operator.valueOf(operator.toUpperCase(Locale.ROOT).replace('-', '_')), Written.json(json));
  }

  static Subject subject(String key) {
    var call = key.endsWith(")") ? key.substring(key.indexOf('(') + 1, key.length() - 1) : "";
    if (key.startsWith("$")) {
      return new Subject.Path(Written.source(key));
    }
    if (key.startsWith("header.")) {
      return new Subject.Header(key.substring(7));
    }
    if (key.startsWith("{{")) {
      return new Subject.Template(Written.source(key));
    }
    if (key.startsWith("xpath(")) {
      return new Subject.XPath(Written.source(call));
    }
    return key.startsWith("css(")
        ? new Subject.Css(Written.source(call))
        : new Subject.Property(Subject.Kind.valueOf(key.toUpperCase(Locale.ROOT)));
  }

  static Check check(String subject, String operator, String json) {
    return new Check.Of(subject(subject), List.of(operation(operator, json)), Written.AT);
  }

  private static Check expression(String text) {
    return new Check.Expression(Written.source(text));
  }

  static CheckPlan plan(Check... checks) {
    var compiling = Written.compiling();
    var plan = CheckPlan.of(List.of(checks), compiling);
    assertThat(Written.problems(compiling)).isEmpty();
    return plan;
  }

  /** {@code holds}, or {@code fails: expected E, found F}; both ways to ask agree. */
  static String told(CheckPlan plan, Sight sight) {
    var outcome = plan.outcomes(sight).getFirst();
    assertThat(plan.matches(sight)).isEqualTo(outcome.holds());
    assertThat(plan.firstMiss(sight).isEmpty()).isEqualTo(outcome.holds());
    assertThat(outcome.at()).isEqualTo(Written.AT);
    return outcome.holds() ? "holds" : told(outcome);
  }

  private static String told(CheckOutcome outcome) {
    return "%s: %s, expected %s, found %s"
        .formatted(
            outcome.verdict().name().toLowerCase(Locale.ROOT),
            outcome.subject(),
            outcome.expected(),
            outcome.found());
  }

  static String problems(Check check) {
    return problems(check, Map.of());
  }

  static String problems(Check check, Map<String, String> files) {
    var compiling = Written.compiling(files);
    var plan = CheckPlan.of(List.of(check), compiling);
    assertThat(plan.matches(Sight.of(ORDER))).isFalse();
    return Written.problems(compiling);
  }

  /** Rows of subject, operator, operand and what comes of it. */
  private static Stream<DynamicTest> rows(Sight sight, String table) {
    return table
        .lines()
        .map(line -> line.split(" \\| ", 4))
        .map(row ->
            dynamicTest(
                String.join(" ", row[0], row[1], row[2]),
                () ->
                    assertThat(told(plan(check(row[0], row[1], row[2])), sight))
                        .isEqualTo(row[3].strip())));
  }

  @Nested
  final class Paths {

    @TestFactory
    Stream<DynamicTest> everyOperatorLooksAtThem() {
      return rows(
          Sight.of(ORDER),
          """
          $.type | equals | "order" | holds
          $.type | equals | "ack" | fails: $.type, expected equals "ack", found "order"
          $.total | equals | "13" | fails: $.total, expected equals "13", found 13
          $.type | not-equals | "ack" | holds
          $.none | not-equals | "ack" | fails: $.none, expected not-equals "ack", found nothing
          $.type | equals-ignoring-case | "ORDER" | holds
          $.error | exists | false | holds
          $.id | exists | true | holds
          $.id | exists | false | fails: $.id, expected exists false, found "a1"
          $.tags | empty | false | holds
          $.tags | contains | "x" | holds
          $.tags | not-contains | "x" | fails: $.tags, expected not-contains "x", found ["x","y"]
          $.id | matches | "^[a-z]\\\\d$" | holds
          $.total | greater-than | 12 | holds
          $.total | at-least | 13.0 | holds
          $.total | less-than | 13 | fails: $.total, expected less-than 13, found 13
          $.total | at-most | 13 | holds
          $.type | greater-than | 1 | fails: $.type, expected greater-than 1, found "order"
          $.type | in | ["order","ack"] | holds
          $.type | starts-with | "ord" | holds
          $.type | ends-with | "x" | fails: $.type, expected ends-with "x", found "order"
          $.id | length | 2 | holds
          $.customer | type | "object" | holds
          $.customer | json-contains | {"name":"ann"} | holds
          $.page | xml-contains | "<b>2</b>" | holds
          $.page | xml-contains | "<i/>" | fails: $.page, expected xml-contains "<i/>", found "<p><b>1</b><b>2</b></p>"
          $.total | xml-contains | "<i/>" | fails: $.total, expected xml-contains "<i/>", found 13
          $.total | schema | {"minimum":20} | fails: $.total, expected schema in place, found $: 13 is less than 20
          $.total | schema | {"minimum":1} | holds
          $.total | not-schema | {"minimum":1} | fails: $.total, expected not-schema in place, found 13
          $.type | not-matches | "^or" | fails: $.type, expected not-matches "^or", found "order"
          $.none | not-matches | "^or" | fails: $.none, expected not-matches "^or", found nothing
          $.at | date | true | holds
          $.at | before | "2026-02-01" | holds
          $.at | after | "2026-02-01" | fails: $.at, expected after "2026-02-01", found "2026-01-02"
          $.note | equals | null | holds
          $.none | exists | true | fails: $.none, expected exists true, found nothing
          $.open | equals | true | holds
          $.tags[*] | exists | true | holds
          $.tags[9:] | exists | true | fails: $.tags[9:], expected exists true, found nothing
          $.tags[9:] | exists | false | holds
          $.tags[9:] | empty | true | holds
          $.tags[0] | exists | true | holds
          $..name | equals | ["ann"] | holds
          """);
    }

    @TestFactory
    Stream<DynamicTest> operandsAndPathsMayHoldTemplates() {
      return rows(
          Sight.of(ORDER).with("room", "\"order\""),
          """
          $.type | equals | "{{room}}" | holds
          $.total | at-most | "{{limit}}" | fails: $.total, expected at-most 12.50, found 13
          $.total | at-most | "{{list}}" | broken: $.total, expected at-most a number or a text, found [1,2] to compare with
          $.total | at-most | "{{later}}" | fails: $.total, expected at-most, found later has no value yet
          $.total | at-most | "{{limit / 0}}" | broken: $.total, expected at-most, found division by zero
          $.total | equals | "{{$.total}}" | holds
          $.customer | equals | {"name":"{{user.name}}"} | holds
          $[?(@ == "{{room}}")] | equals | ["order"] | holds
          $[?(@ == "{{room}}")] | exists | true | holds
          $[?(@ == "{{user.name}}")] | exists | true | fails: $[?(@ == "{{user.name}}")], expected exists true, found nothing
          $.{{later}} | exists | true | fails: $.{{later}}, expected exists true, found later has no value yet
          $.{{later}} | exists | false | holds
          $.{{limit}} | exists | true | broken: $.{{limit}}, expected exists true, found $.12.50 is no path: found 1, expected a name, * or [
          {{limit}} | at-least | 12 | holds
          {{room}}! | equals | "order!" | holds
          {{later}} | exists | false | holds
          """);
    }

    @Test
    void whatIsNotJsonFails() {
      assertThat(told(plan(check("$.a", "exists", "false")), Sight.of("hello")))
          .isEqualTo(
              "fails: $.a, expected exists false, found the message is not JSON: line 1, column 1:"
                  + " found h, expected a value");
    }

    @Test
    void tooMuchWorkBreaks() {
      var wide = Sight.ofSeveral("[" + "[1],".repeat(2_000) + "1]");
      assertThat(told(plan(check("$[?count($..*) > 0]", "equals", "1")), wide))
          .startsWith("broken: $[?count($..*) > 0], expected equals 1, found $[?count($..*) > 0]")
          .endsWith(" visits more than 1000000 nodes");
    }

    @Test
    void severalMessagesAreAList() {
      var sight = Sight.ofSeveral("[{\"id\":1},{\"id\":2}]");
      assertThat(told(plan(check("$[1].id", "equals", "2")), sight)).isEqualTo("holds");
      assertThat(told(plan(check("$[*].id", "equals", "[1,2]")), sight)).isEqualTo("holds");
    }

    @Test
    void simpleComparisonsAllocateNothing() {
      var sight = Sight.of(ORDER);
      var plan = plan(check("$.type", "equals", "\"order\""), expression("$.total > 12"));
      var bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      for (var i = 0; i < 20_000; i++) {
        assertThat(plan.matches(sight)).isTrue();
      }
      var before = bean.getCurrentThreadAllocatedBytes();
      var matches = 0;
      for (var i = 0; i < 1_000; i++) {
        matches += plan.matches(sight) ? 1 : 0;
      }
      var allocated = bean.getCurrentThreadAllocatedBytes() - before;
      assertThat(matches).isEqualTo(1_000);
      assertThat(allocated).isLessThan(1_000);
    }

    @Test
    void whatCannotBeComparedIsAProblemOfTheFile() {
      assertThat(problems(check("$.a", "matches", "\"(\"")))
          .isEqualTo(
              "3:5 found `\"(\"` behind `matches`, expected a regular expression (( is no regular"
                  + " expression of RE2: missing closing ))");
      assertThat(problems(check("$.a", "xml-contains", "\"<a\"")))
          .isEqualTo(
              "3:5 found `\"<a\"` behind `xml-contains`, expected an XML element, such as"
                  + " <id>7</id>");
      assertThat(problems(check("$.a[", "exists", "true")))
          .isEqualTo(
              "3:9 found `$.a[`: found the end, expected a name in quotes, an index, a slice, * or"
                  + " ?, expected a path such as `$.items[0].id`");
      assertThat(problems(check("$.a", "equals", "\"{{rom}}\"")))
          .isEqualTo("3:7 found `rom`, expected the name of a variable; did you mean `room`?");
    }
  }

  @Nested
  final class TheMessage {

    @TestFactory
    Stream<DynamicTest> asText() {
      return rows(
          Sight.of("grüße"),
          """
          text | contains | "üß" | holds
          text | equals | "x" | fails: text, expected equals "x", found "grüße"
          kind | equals | "text" | holds
          size | equals | 7 | holds
          """);
    }

    @TestFactory
    Stream<DynamicTest> asBytes() {
      return rows(
          Sight.ofBinary(0, 255),
          """
          text | contains | "a" | fails: text, expected contains "a", found a binary message of 2 bytes 00ff
          text | exists | false | holds
          hex | equals | "00ff" | holds
          hex | starts-with | "ff" | fails: hex, expected starts-with "ff", found "00ff"
          kind | equals | "binary" | holds
          size | less-than | 3 | holds
          """);
    }

    @TestFactory
    Stream<DynamicTest> whereThereIsNotExactlyOne() {
      return rows(
          Sight.ofSeveral("[1,2]"),
          """
          text | exists | true | broken: text, expected exists true, found there is not exactly one message here
          kind | exists | true | broken: kind, expected exists true, found there is not exactly one message here
          size | exists | true | broken: size, expected exists true, found there is not exactly one message here
          """);
    }

    @TestFactory
    Stream<DynamicTest> asXml() {
      return rows(
          Sight.of("<a:order xmlns:a='urn:x' id='7'><i>1</i><i>2</i><e/></a:order>"),
          """
          xpath(/order/@id) | equals | "7" | holds
          xpath(//a:order/i) | equals | ["1","2"] | holds
          xpath(count(//i)) | equals | 2 | holds
          xpath(//i > 1) | equals | true | holds
          xpath(string(//i)) | equals | "1" | holds
          xpath(//none) | exists | false | holds
          xpath(//{{room}}) | exists | false | holds
          xpath(//{{later}}) | exists | true | fails: xpath(//{{later}}), expected exists true, found later has no value yet
          xpath(//{{limit}}[) | exists | true | broken: xpath(//{{limit}}[), expected exists true, found `//12.50[` is no XPath: A location step was expected following the '/' or '//' token.
          """);
    }

    @TestFactory
    Stream<DynamicTest> asHtml() {
      return rows(
          Sight.of("<ul><li class=a>one<li>two</ul>"),
          """
          css(li.a) | equals | "one" | holds
          css(li) | equals | ["one","two"] | holds
          css(li.b) | exists | true | fails: css(li.b), expected exists true, found nothing
          """);
    }

    @Test
    void whatIsNotXmlFails() {
      assertThat(told(plan(check("xpath(/a)", "exists", "true")), Sight.of("{}")))
          .startsWith(
              "fails: xpath(/a), expected exists true, found the message is not XML: line 1");
    }

    @Test
    void queriesThatAreNoneAreProblems() {
      assertThat(problems(check("xpath(/a[)", "exists", "true")))
          .startsWith("3:5 found `/a[`, which is no XPath: ")
          .endsWith(", expected an XPath such as `//item/@id`");
      assertThat(problems(check("css(li[)", "exists", "true")))
          .startsWith("3:5 found `li[`, which is no CSS selector: ");
    }
  }

  @Nested
  final class TheConnection {

    @TestFactory
    Stream<DynamicTest> open() {
      return rows(
          Sight.ofNothing()
              .header("Server", "nginx/1")
              .header("Set-Cookie", "a=1")
              .header("set-cookie", "b=2")
              .answered(101, "chat.v1"),
          """
          header.server | starts-with | "nginx" | holds
          header.Set-Cookie | equals | "a=1, b=2" | holds
          header.X | exists | false | holds
          header.X | equals | "a" | fails: header.X, expected equals "a", found no header X
          status | equals | 101 | holds
          subprotocol | equals | "chat.v1" | holds
          code | equals | 1000 | fails: code, expected equals 1000, found the connection is open
          reason | exists | false | holds
          $.a | exists | true | fails: $.a, expected exists true, found there is no message for $ here
          """);
    }

    @TestFactory
    Stream<DynamicTest> closed() {
      return rows(
          Sight.ofNothing().closed(1001, "bye"),
          """
          code | in | [1000,1001] | holds
          reason | equals | "bye" | holds
          status | exists | false | holds
          subprotocol | exists | true | fails: subprotocol, expected exists true, found none agreed on
          """);
    }

    @TestFactory
    Stream<DynamicTest> lost() {
      return rows(
          Sight.ofNothing()
              .ended(new Closure(Closure.Ending.RESET, Closure.Initiator.REMOTE, null, null, null)),
          """
          code | equals | 1006 | holds
          reason | equals | "bye" | fails: reason, expected equals "bye", found no Close frame came
          """);
    }
  }

  @Nested
  final class Expressions {

    private String told(String expression, Sight sight) {
      return CheckPlanTest.told(plan(expression(expression)), sight);
    }

    @Test
    void tellTheValuesThatTheyLookAt() {
      var sight = Sight.of(ORDER);
      assertThat(told("$.total <= limit", sight))
          .isEqualTo("fails: $.total <= limit, expected true, found $.total is 13, limit is 12.50");
      assertThat(told("$.total > limit && user.name == 'ann'", sight)).isEqualTo("holds");
      assertThat(told("user.age < 18 || exists(later)", sight))
          .isEqualTo(
              "fails: user.age < 18 || exists(later), expected true, found user.age is 30, later is"
                  + " missing");
      assertThat(told("1 > 2", sight)).isEqualTo("fails: 1 > 2, expected true, found false");
      assertThat(told("1 < 2", sight)).isEqualTo("holds");
      assertThat(told("exists($..x[?@ > 1])", Sight.of("x")))
          .startsWith("fails: exists($..x[?@ > 1]), expected true, found the message is not JSON");
      assertThat(told("!(exists($.a) || true)", Sight.of("x")))
          .isEqualTo("fails: !(exists($.a) || true), expected true, found false");
    }

    @Test
    void failWhereSomethingIsMissingAndBreakWhereNothingFits() {
      var sight = Sight.of(ORDER);
      assertThat(told("$.none == 1", sight))
          .isEqualTo("fails: $.none == 1, expected true, found nothing is at $.none");
      assertThat(told("$.type < 1", sight))
          .isEqualTo(
              "broken: $.type < 1, expected true, found < takes two numbers or two texts, found a"
                  + " text and a number");
      assertThat(told("room", sight))
          .isEqualTo(
              "broken: room, expected true, found `room` is \"main\", expected true or false");
    }

    @Test
    void haveTheirPlaceInProblems() {
      assertThat(problems(expression("$.a == rom")))
          .isEqualTo("3:12 found `rom`, expected the name of a variable; did you mean `room`?");
      assertThat(problems(expression("1 + 1")))
          .isEqualTo("3:5 found `1 + 1`, which is a number, expected true or false");
    }
  }

  @Test
  void allAreLookedAtInOrder() {
    var plan =
        plan(
            new Check.Of(
                subject("$.total"),
                List.of(operation("greater-than", "20"), operation("less-than", "20")),
                Written.AT),
            expression("$.open"),
            expression("!$.open"));
    var sight = Sight.of(ORDER);
    assertThat(plan.isEmpty()).isFalse();
    assertThat(plan.outcomes(sight).stream().map(CheckOutcome::holds))
        .containsExactly(false, true, true, false);
    assertThat(plan.firstMiss(sight).map(CheckOutcome::expected)).contains("greater-than 20");
    assertThat(plan().isEmpty()).isTrue();
    assertThat(plan().matches(sight)).isTrue();
    assertThat(plan().firstMiss(sight)).isEmpty();
  }

  @Test
  void oneSubjectCanBeAskedByItself() {
    var compiling = Written.compiling();
    var plan =
        CheckPlan.of(subject("status"), List.of(operation("equals", "101")), Written.AT, compiling);
    assertThat(plan.matches(Sight.ofNothing().answered(101, "a"))).isTrue();
    assertThat(plan.matches(Sight.ofNothing().answered(200, "a"))).isFalse();
  }
}
