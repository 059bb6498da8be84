package parley.workbench.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.workbench.talk.TalkRig.keyed;
import static parley.workbench.talk.TalkRig.maps;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parley.model.value.Value;
import parley.workbench.call.With;

/** The steps of a conversation, done by hand, and what they came to in their places. */
@Timeout(120)
class StepsTest {

  private static final String CHAT = "chat.ws.yaml";

  @TempDir private Path temp;
  @AutoClose private TalkRig rig;

  @BeforeEach
  void open() throws IOException {
    rig = new TalkRig(temp);
  }

  private With run(String steps) {
    rig.file(CHAT, "url: " + rig.echo() + "/\n" + steps);
    rig.call("talk.run", keyed(CHAT));
    return rig.heard.await("results", told -> !told.flag("running") && told.has("outcome"));
  }

  private static List<String> states(With told) {
    return maps(told, "results").stream()
        .map(one -> "%s %s %s".formatted(one.text("id"), one.text("verb"), one.text("state")))
        .toList();
  }

  private List<String> rowsOf(With step, String list) {
    var rows = rig.rows(rig.call("talk.get", keyed(CHAT)));
    return step.list(list).stream()
        .map(one -> one instanceof Value.Fields ? With.of(one).number("position") : number(one))
        .map(position -> rows.get(position.intValue()))
        .toList();
  }

  private static Long number(Value one) {
    return Long.valueOf(one.toString());
  }

  @Test
  void stepsThatPassNameTheirMessages() {
    var told =
        run(
            """
            steps:
              - send: { text: '{"n":1}' }
              - send: { text: '{"n":2}' }
              - receive:
                where: { $.n: 2 }
                assert: [ $.n: { greater-than: 1 } ]
                extract: { id: $.n }
              - close:
            """);
    assertThat(states(told))
        .containsExactly(
            "/steps/0 send passed",
            "/steps/1 send passed",
            "/steps/2 receive passed",
            "/steps/3 close passed");
    var steps = maps(told, "results");
    assertThat(steps.getFirst().list("at")).containsExactly(Value.of("steps"), Value.of(0));
    assertThat(steps.get(1).number("line")).isEqualTo(4);
    assertThat(rowsOf(steps.get(1), "messages")).containsExactly("text > {\"n\":2}");
    assertThat(rowsOf(steps.get(2), "messages")).containsExactly("text < {\"n\":2}");
    assertThat(rowsOf(steps.get(2), "saw")).containsExactly("text < {\"n\":2}", "text < {\"n\":1}");
    assertThat(With.of(steps.get(2).list("saw").getLast()).text("why")).contains("expected");
    assertThat(With.of(steps.get(2).list("extracted").getFirst()).text("value")).isEqualTo("2");
    assertThat(With.of(steps.get(2).list("checks").getFirst()).flag("ok")).isTrue();
    assertThat(told.map("outcome").text("result")).isEqualTo("passed");
  }

  @Test
  void aFailureSaysWhatWasExpectedAndWhatIsNotReachedIsSkipped() {
    var told =
        run(
            """
            steps:
              - send: { text: '{"n":1}' }
              - receive:
                assert: [ $.n: 2 ]
              - send: { text: never }
            """);
    assertThat(states(told))
        .containsExactly(
            "/steps/0 send passed", "/steps/1 receive failed", "/steps/2 send skipped");
    var check = With.of(maps(told, "results").get(1).list("checks").getFirst());
    assertThat(check.flag("ok")).isFalse();
    assertThat(check.text("expected")).contains("2");
    assertThat(check.text("found")).contains("1");
    assertThat(told.map("outcome").text("result")).isEqualTo("failed");
    var talk = rig.call("talk.get", keyed(CHAT));
    assertThat(talk.list("results")).hasSize(3);
    assertThat(talk.map("outcome").text("result")).isEqualTo("failed");
  }

  @Test
  void roundsOfALoopFollowEachOther() {
    var told =
        run(
            """
            steps:
              - group:
                  - send: { text: a }
                  - receive:
                repeat: { times: 2 }
              - send: { text: b }
            """);
    assertThat(states(told))
        .containsExactly(
            "/steps/0 group passed",
            "/steps/0/group/0 send passed",
            "/steps/0/group/1 receive passed",
            "/steps/0/group/0#2 send passed",
            "/steps/0/group/1#2 receive passed",
            "/steps/1 send passed");
  }

  @Test
  void byHandTheStepsOfTheFolderAreDoneAround() {
    rig.file("parley.yaml", "name: All\nbefore-each: [ send: { text: hello } ]\n");
    assertThat(states(run("steps:\n  - send: { text: a }\n")))
        .containsExactly("around group passed", "around~1 send passed", "/steps/0 send passed");
  }

  @Test
  void stepsCanBeGivenUp() {
    rig.file(CHAT, "url: " + rig.echo() + "/\nsteps:\n  - connect:\n  - wait: 1h\n");
    rig.call("talk.run", keyed(CHAT));
    rig.heard.await(
        "results",
        told ->
            told.list("results").size() == 2
                && maps(told, "results").getLast().text("state").equals("running"));
    assertThat(rig.refused("talk.run", keyed(CHAT)).text()).contains("going on already");
    rig.call("talk.stop", keyed(CHAT));
    var told = rig.heard.await("results", now -> now.has("outcome"));
    assertThat(told.map("outcome").text("result")).isEqualTo("cancelled");
    assertThat(maps(told, "results").getLast().text("state")).isEqualTo("skipped");
  }

  @Test
  void stepsAreOnlyRunWhereThereAreSome() {
    rig.file(CHAT, "url: " + rig.echo() + "/\n");
    assertThat(rig.refused("talk.run", keyed(CHAT)).text()).isEqualTo("chat has no steps to run.");
  }
}
