package parley.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a session does at its limits. */
final class LimitsTest {

  private static List<String> events(List<String> before, int times, String event) {
    var all = new ArrayList<>(before);
    all.addAll(Collections.nCopies(times, event));
    return all;
  }

  @Test
  void moreThanAThousandRulesAtATimeAreLeftOutAndThatIsTold() {
    var yaml =
        """
        url: ws://host/
        on-message:
          - where: { $.n: 0 }
            steps: [ { wait: 1h } ]
          - where: { $.n: 1 }
            steps: [ { wait: 1h } ]
        steps: [ { connect: }, { wait: 2h } ]
        """;
    var told =
        Script.play(
            yaml, events(List.of("begin", "opened"), Background.MAX_STRANDS + 1, "text {\"n\":1}"));
    assertThat(told)
        .containsOnlyOnce(
            "= notice: more than 1000 rules and timers are under way; one is left out");
  }

  @Test
  void aReceiveThatIsRepeatedNamesTheNewestThousandMessagesAndChecks() {
    var yaml =
        """
        url: ws://host/
        steps:
          - connect:
          - receive:
            assert: [ $.n >= 0 ]
            repeat: { times: 1001 }
        """;
    var told = Script.play(yaml, events(List.of("begin", "opened"), 1001, "text {\"n\":1}"));
    assertThat(told).contains("saw: took [2, 3,", "1000, 1001], rejected 0");
    assertThat(told.lines().filter(line -> line.contains("holds: $.n"))).hasSize(1000);
  }

  @Test
  void onlyTheNewestMessagesThatDoNotMatchAreTold() {
    var yaml =
        """
        url: ws://host/
        steps:
          - receive:
            where: { $.n: 2 }
            within: 1s
        """;
    var script = events(List.of("begin", "opened"), 12, "text {\"n\":1}");
    script.add("pass 1s");
    var told = Script.play(yaml, script);
    assertThat(told).contains("rejected 12, left 12", "=     3: ", "=     12: ");
    assertThat(told).doesNotContain("=     2: ");
  }

  @Test
  void theOldestOfManyThatWaitForAnAnswerIsForgottenAndOutcomesEndWithTheLimit() {
    var yaml =
        """
        url: ws://host/
        variables: { n: 0 }
        steps:
          - group: [ { set: { n: "{{n + 1}}" } }, { send: { json: { id: "{{n}}" } }, id: ask } ]
            repeat: { times: 10001 }
          - receive:
            answers: { send: ask, by: $.id }
        """;
    var told = Script.play(yaml, List.of("begin", "opened", "text {\"id\":1}", "text {\"id\":2}"));
    assertThat(told)
        .endsWith(
            """
            = receive: passed (0ms)
            =   saw: took [2], rejected 1, left 1
            =     1: answers, expected the answer to a message that was sent, found an answer to none that waits for one
            < send 0 close 03e8
            """);
  }

  @Test
  void messagesBeyondThoseThatMayWaitForTheScriptLeaveTimeForTheLastSteps() {
    var yaml =
        """
        url: ws://host/
        scripts: { on-message: x() }
        steps:
          - connect:
          - group: [ { wait: 1h } ]
            finally: [ { wait: 1s }, { send: { text: bye } } ]
        """;
    var script = events(List.of("begin", "opened"), 10_003, "text one");
    script.add("pass 1s");
    assertThat(Script.play(yaml, script)).contains("wait 1h: skipped", "< send 0 text bye");
  }

  @Test
  void aGroupThatWaitsForNothingLetsOthersHaveTheirTurn() {
    var yaml =
        """
        url: ws://host/
        steps: [ { group: [ { wait: 0ms } ], repeat: { times: 100001 } } ]
        """;
    assertThat(Script.play(yaml, List.of("begin"))).doesNotContain("done");
    assertThat(Script.play(yaml, List.of("begin", "pass 1ms")))
        .containsOnlyOnce("  at 1ms\n")
        .endsWith("= group: passed\n= done: passed\n");
  }
}
