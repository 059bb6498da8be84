package parley.report.test;

import java.time.Duration;
import java.util.List;
import parley.model.outcome.CheckOutcome.Verdict;
import parley.model.outcome.Extracted;
import parley.model.outcome.Repetition;
import parley.model.outcome.Result;
import parley.model.outcome.RunOutcome;
import parley.model.outcome.Saw;
import parley.model.outcome.TestFacts;
import parley.model.outcome.TestOutcome;
import parley.model.transcript.Direction;
import parley.model.transcript.Entry;
import parley.model.value.Value;
import parley.protocol.frame.Bytes;
import parley.report.Samples;
import parley.report.test.Story.Draft;

/** Tests as they end in practice: one of each kind. */
final class Stories {

  private static final String ACK = "{\"type\":\"ack\",\"id\":\"41c9\",\"seq\":4}";

  private Stories() {}

  static List<TestOutcome> all() {
    return List.of(
        passed(),
        nothingFits(),
        wrongValue(),
        refused(),
        unreachable(),
        twoUsers(),
        left(),
        many());
  }

  /** All of them as one run. */
  static RunOutcome run(List<TestOutcome> tests) {
    var took = Duration.ofMillis(1234);
    return new RunOutcome(
        "parley 0.0.0", Story.BEGAN, took, tests.size() + 1, Repetition.of(7), tests);
  }

  /** Which passes at the second try. */
  static TestOutcome flaky() {
    var facts =
        new TestFacts(
            "Shop", "local", "ws://127.0.0.1:9001", "Sometimes.", List.of("smoke", "slow"));
    var passed =
        new Story("shop/orders/wobbly.ws.yaml", "Now and then")
            .facts(facts)
            .later(40)
            .received(ACK)
            .step(Draft.of("receive", 4, 40).took(1L))
            .end();
    return passed.after(List.of(wrongValue()));
  }

  /** Which is tried twice in vain. */
  static TestOutcome neverPasses() {
    return wrongValue().after(List.of(unreachable()));
  }

  static TestOutcome passed() {
    return new Story("shop/orders/subscribe.ws.yaml", "Subscribe to orders")
        .later(2900)
        .opened("")
        .passed("connect", 8, 2900)
        .later(90)
        .sent("{\"op\":\"subscribe\",\"id\":\"41c9\"}")
        .passed("send subscribe", 9, 90)
        .later(1950)
        .received(ACK)
        .step(
            Draft.of("receive ack", 10, 1950)
                .took(3L)
                .latency(Duration.ofNanos(1_990_000))
                .extracted(
                    new Extracted("seq", Value.of(4)), new Extracted("id", Value.of("41c9"))))
        .received("{\"type\":\"ping\"}")
        .step(Draft.of("send pong", 4, 60).inBackground())
        .step(Draft.of("receive bonus", 20, 0).skipped("`if` is false"))
        .later(500)
        .step(Draft.of("group updates", 22, 500))
        .step(Draft.of("receive update", 24, 500).depth(1).tries(3))
        .step(Draft.of("receive hello", 25, 12).on("bob"))
        .closed()
        .end();
  }

  static TestOutcome nothingFits() {
    var story = new Story("shop/market/updates.ws.yaml", "Updates without a gap").row("row 2");
    story
        .later(3100)
        .opened("")
        .passed("connect", 8, 3100)
        .sent("{\"op\":\"subscribe\"}")
        .passed("send subscribe", 9, 85)
        .later(1900)
        .received(ACK)
        .step(Draft.of("receive ack", 10, 1900).took(3L))
        .later(100)
        .received("{\n  \"type\": \"error\",\n  \"text\": \"no such symbol: PARLEY\"\n}")
        .received("{\"type\":\"status\",\"open\":true}")
        .later(5_000_000);
    var type = "$.type";
    var first = story.check(14, type, "equals \"update\"", "\"error\"", Verdict.FAILS);
    var second = story.check(14, type, "equals \"update\"", "\"status\"", Verdict.FAILS);
    var saw =
        new Saw(
            List.of(), List.of(new Saw.Rejected(4, first), new Saw.Rejected(5, second)), 2, 2, 0);
    return story
        .step(
            Draft.of("receive update", 13, 5_000_100)
                .failed("no message that `where` lets through came within 5 s")
                .saw(saw))
        .end();
  }

  static TestOutcome wrongValue() {
    var story = new Story("shop/orders/place.ws.yaml", "Place an order and see it confirmed");
    story
        .later(2000)
        .opened("")
        .sent("{\"op\":\"place\",\"side\":\"buy\"}")
        .passed("send order", 9, 120)
        .later(4000)
        .received("{\"id\":7,\"side\":\"sell\",\"total\":13.00,\"tags\":[\"a\",\"c\",\"d\"]}");
    return story
        .step(
            Draft.of("receive confirmation", 12, 4000)
                .failed(
                    "$: expected equals {\"id\":7}, found {\"id\":7,\"side\":\"sell\"}, and 2 more")
                .took(3L)
                .checks(
                    story.check(15, "$.id", "exists true", "7", Verdict.HOLDS),
                    story.check(
                        16,
                        "$",
                        "equals"
                            + " {\"id\":7,\"side\":\"buy\",\"total\":13,\"tags\":[\"a\",\"b\",\"d\"],\"at\":{\"x\":1}}",
                        "{\"id\":7,\"side\":\"sell\",\"total\":13.00,\"tags\":[\"a\",\"c\",\"d\"],\"new\":true}",
                        Verdict.FAILS),
                    story.check(17, "$.total", "at-most 12.50", "13.00", Verdict.FAILS),
                    story.check(
                        18,
                        "$.side",
                        "greater-than 3",
                        "\"sell\", and there is no order between a text and a number",
                        Verdict.BROKEN)))
        .end();
  }

  static TestOutcome refused() {
    var story = new Story("shop/orders/private.ws.yaml", "Private orders");
    story.later(2500).entry("", new Entry.Refused(story.at(), Samples.rejected()));
    return story
        .step(Draft.of("connect", 7, 2500).failed("the server refused: 401 Unauthorized"))
        .end();
  }

  static TestOutcome unreachable() {
    var story = new Story("shop/orders/down.ws.yaml", "A server that is down");
    story.later(151).entry("", new Entry.Failed(story.at(), Samples.unreachable()));
    return story
        .step(
            Draft.of("connect", 7, 151)
                .broken("no connection to ws://localhost:9001/chat?room=1: connection refused"))
        .end();
  }

  static TestOutcome twoUsers() {
    var story = new Story("shop/chat/two-users.ws.yaml", "Two users — 二人のユーザー");
    story
        .later(1800)
        .opened("ann")
        .opened("bob")
        .step(Draft.of("connect [ann, bob]", 9, 1800))
        .message("ann", Direction.SENT, "{\"say\":\"hello\"}")
        .step(Draft.of("send hello", 10, 70).on("ann"))
        .later(900)
        .message("bob", Direction.RECEIVED, "{\"from\":\"ann\",\"text\":\"hello\"}")
        .step(Draft.of("receive hello", 11, 900).on("bob").took(4L))
        .message("ann", Direction.RECEIVED, "{\"from\":\"ann\",\"text\":\"hello\"}")
        .message("ann", Direction.RECEIVED, false, Bytes.hex("00ff10".repeat(30)))
        .later(400);
    return story
        .step(
            Draft.of("absent echo", 14, 400)
                .on("ann")
                .failed("a message came that should not: #5")
                .saw(new Saw(List.of(5L), List.of(), 0, 2, 0)))
        .end();
  }

  static TestOutcome left() {
    return new Story("shop/orders/night.ws.yaml", "Only at night")
        .step(Draft.of("skip", 5, 10).skipped("the market is open"))
        .end(new Result.Skipped("the market is open"));
  }

  /** Many steps, bad ones in a group, in the background and soft. */
  static TestOutcome many() {
    var story = new Story("shop/market/long.ws.yaml", "A long one");
    for (var i = 1; i <= 30; i++) {
      story.later(1000).received("{\"seq\":" + i + "}");
      story.step(Draft.of("receive " + i, 10 + i, 1000).took((long) i));
    }
    story.later(10);
    for (var i = 0; i < 6; i++) {
      story.step(Draft.of("check " + i, 50 + i, 5).soft().failed("`seq` is 30, expected 31"));
    }
    var group = Draft.of("group end", 60, 5000).failed("a step of it failed");
    story.later(5000).step(group);
    var saw = new Saw(List.of(), List.of(), 40, 3, 12);
    return story
        .step(Draft.of("receive end", 61, 5000).depth(1).failed("nothing came").saw(saw))
        .end();
  }
}
