package parley.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.engine.plan.Given;
import parley.engine.plan.Plan;
import parley.engine.plan.Planner;
import parley.engine.plan.Planning;
import parley.engine.plan.StepPlan;
import parley.files.format.Format;
import parley.files.shape.Reading;
import parley.model.value.Value;

/** What a plan says of its steps and its variables. */
final class PlanTest {

  private static final Given GIVEN =
      new Given(
          Map.of("TOKEN", "from .env", "room", "from .env", "only", "from .env"),
          Map.of("TOKEN", "from outside"),
          Map.of("shop", Value.of("given")),
          List.of("user"));

  private static Planning<Plan> planning(String yaml, Given given) {
    var conversation =
        Script.read("case.ws.yaml", yaml, Format.CONVERSATION, Reading.Scope.CONVERSATION);
    return new Planner(new ScriptFiles()).conversation(conversation, given);
  }

  private static Plan plan(String yaml, Given given) {
    return ((Planning.Planned<Plan>) planning(yaml, given)).plan();
  }

  @Test
  void stepsAreCalledAsPeopleReadThem() {
    var yaml =
        """
        url: ws://host/
        connections: { ann: { url: ws://host/ann } }
        messages: [ { name: hello, text: hi } ]
        steps:
          - connect:
          - connect: [ann]
          - send: hello
          - send: { text: hi }
          - send: { json: [] }
          - send: { xml: <a/> }
          - send: { hex: 00 }
          - send: { base64: AA== }
          - send: { file: payloads/cat.png }
          - send: { ping: x }
          - send: { close: { code: 1000 } }
          - send: { text: hi }
            id: greeting
          - frame: { opcode: 1 }
          - bytes: 00
          - receive:
          - receive:
            id: ack
          - receive:
            where: { $.type: ack, $.n: 7, text: { contains: x }, header.Server: { exists: true } }
          - receive:
            where: { $.a: [1], $.b: { equals: { c: 1 } }, xpath(/a): b, css(p): { exists: true }, "{{env}}": { exists: true } }
          - receive:
            where: $.a == 'a very long expression that nobody wants to read whole'
          - absent: { where: { $.a: { b: c } }, for: 1s }
          - closed:
          - closed: { by: client }
          - closed: { by: server }
          - ping:
          - close:
          - close: { code: 1001 }
          - wait: 0ms
          - wait: 1500ms
          - wait: 90s
          - wait: 2m
          - wait: 1h
          - set: { a: 1, b: 2 }
          - check: [ "1 < 2" ]
          - group: [ { wait: 1s } ]
          - group: [ { wait: 1s } ]
            name: slowly
          - for-each: { n: [1], steps: [ { wait: 1s } ] }
          - parallel: [ [ { wait: 1s } ], [ { wait: 1s } ] ]
          - use: login.ws.yaml
          - stop: enough
          - skip:
          - reset:
        """;
    assertThat(plan(yaml, Given.NOTHING).steps())
        .extracting(step -> step.head().label())
        .containsExactly(
            "connect",
            "connect ann",
            "send hello",
            "send text",
            "send json",
            "send xml",
            "send hex",
            "send base64",
            "send payloads/cat.png",
            "send ping",
            "send close",
            "send greeting",
            "send frame",
            "send bytes",
            "receive",
            "receive ack",
            "receive $.type ack, $.n 7, text, header.Server",
            "receive $.a, $.b, /a b, p, {{env}}",
            "receive $.a == 'a very long expression that nobo...",
            "absent $.a",
            "closed",
            "closed by the client",
            "closed by the server",
            "ping",
            "close",
            "close 1001",
            "wait 0ms",
            "wait 1500ms",
            "wait 90s",
            "wait 2m",
            "wait 1h",
            "set a, b",
            "check",
            "group",
            "group slowly",
            "for each n",
            "parallel",
            "use login.ws.yaml",
            "stop enough",
            "skip",
            "reset");
  }

  @Test
  void whatIsGivenWinsOverFilesAndSecretsOverNothing() {
    var yaml =
        """
        url: ws://host/
        variables: { room: own, shop: own, user: own }
        connections: { ann: { url: ws://host/, variables: { shop: hers, room: hers } } }
        steps: [ { set: { all: "{{room}} {{shop}} {{only}} {{env.TOKEN}} {{user}}" } } ]
        """;
    var variables = plan(yaml, GIVEN).variables();
    assertThat(variables.given())
        .containsEntry(variables.slot("shop").orElseThrow(), Value.of("given"))
        .containsEntry(variables.slot("only").orElseThrow(), Value.of("from .env"))
        .doesNotContainKey(variables.slot("room").orElseThrow())
        .doesNotContainKey(variables.slot("user").orElseThrow());
    assertThat(variables.initial()).extracting("name").containsExactly("room");
    assertThat(plan(yaml, GIVEN).connections().get(1).variables())
        .extracting("name")
        .containsExactly("room");
    assertThat(variables.slot("nobody")).isEmpty();
  }

  @Test
  void secretsOfWhatIsGivenAreNotPrinted() {
    assertThat(GIVEN.toString()).contains("TOKEN").doesNotContain("from .env");
  }

  @Test
  void aPlanThatAsksForNoMessageKeepsNone() {
    var plan = plan("url: ws://host/", Given.NOTHING);
    assertThat(plan.inbox()).isEqualTo(Plan.InboxUse.UNUSED);
    assertThat(plan.isMock()).isFalse();
    var keeping = plan.keepingWhatComes();
    assertThat(keeping.inbox()).isEqualTo(Plan.InboxUse.UNTIL_TAKEN);
    assertThat(keeping.keepingWhatComes().inbox()).isEqualTo(Plan.InboxUse.UNTIL_TAKEN);
  }

  @Test
  void namesThatStepsGetWrong() {
    var yaml =
        """
        url: ws://host/
        connections: { ann: { url: ws://host/ann } }
        steps:
          - send: { text: hi }
            on: anna
          - connect: [bob]
          - use: login.ws.yaml
          - receive:
            take: since nobody
        """;
    assertThat(((Planning.Wrong<Plan>) planning(yaml, Given.NOTHING)).problems())
        .extracting(one -> one.found() + "; " + one.hint().orElse("no hint"))
        .containsExactly(
            "the name `anna`; did you mean `ann`?",
            "the name `bob`; no hint",
            "the name `nobody`; no hint");
  }

  @Test
  void whatVariablesAreThatNothingChangesShowsMistakes() {
    var yaml =
        """
        url: ws://host/
        variables: { s: abc, n: 5, l: [1, 2], o: { a: x }, e: "", z: null, late: q }
        steps:
          - check: [ "s > 1", "s + n == 'x'", "l.foo == 3", "l > 3", "upper(n) == 'A'", "!n" ]
          - for-each: { x: "{{ s }}", steps: [ { check: [ "n == 9" ] } ] }
          - check: [ "o.a > 1" ]
          - check: [ "n > 9 || (n == 5 ? true : upper(n) == 'B')", "e > 1 || z > 1", "o.b == 1" ]
          - check: [ "$.a == 1 && upper(n) == 'A'", "default(o.b, upper(n)) == 'A'", "late > 1" ]
          - check: [ "$.l.exists(n, n == 'a')", "$.a == null ? upper(n) : s", "upper(given) == 'A'" ]
          - set: { late: 4 }
          - send: { text: "at {{ s - 1 }}" }
        """;
    var given = new Given(Map.of(), Map.of(), Map.of("given", Value.of(1)), List.of());
    assertThat(((Planning.Wrong<Plan>) planning(yaml, given)).problems())
        .extracting(one -> one.found() + "; " + one.hint().orElse("no hint"))
        .containsExactly(
            "a text and a number; `s` is \"abc\", a text",
            "a text and a number; `n` is 5, a number; `s` is \"abc\", a text",
            "a list; `l` is [1,2], a list",
            "a list and a number; `l` is [1,2], a list",
            "text of upper() is 5; `n` is 5, a number",
            "a number; `n` is 5, a number",
            "`{{ s }}`, which is a text; a variable stands in {{...}}",
            "a text and a number; `o` is {\"a\":\"x\"}, a map",
            "a text and a number; `s` is \"abc\", a text");
    assertThat(planning(yaml, given.withColumns(List.of("s", "n", "l", "o"))))
        .isInstanceOf(Planning.Planned.class);
    assertThat(planning(yaml + "  - script: vars.set(name, 1)\n", given))
        .isInstanceOf(Planning.Planned.class);
  }

  @Test
  void whatIsTypedIsCompiledToTheSameSteps() {
    var typed =
        Script.read(
                "typed",
                "url: ws://host/\nsteps: [ { wait: 1s } ]",
                Format.CONVERSATION,
                Reading.Scope.CONVERSATION)
            .steps();
    var planning = plan("url: ws://host/", Given.NOTHING).command(typed);
    assertThat(((Planning.Planned<List<StepPlan>>) planning).plan())
        .first()
        .isInstanceOf(StepPlan.Wait.class);
  }

  @Test
  void theSessionsOfAMockShareItsState() {
    var yaml =
        """
        state: { seq: 7 }
        paths: { /: { on-connect: [ { send: { text: "{{next(seq)}}" } } ] } }
        """;
    var shared = new SharedState();
    assertThat(Script.play(yaml, List.of("accepted ann"), shared)).contains("send 0 text 8");
    assertThat(Script.play(yaml, List.of("accepted bob"), shared)).contains("send 0 text 9");
  }
}
