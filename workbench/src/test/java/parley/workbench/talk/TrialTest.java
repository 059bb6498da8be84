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
import parley.workbench.call.Json;
import parley.workbench.call.With;

/** Steps that are tried on messages that came, made of them, and done one by one. */
@Timeout(120)
class TrialTest {

  private static final String CHAT = "chat.ws.yaml";

  @TempDir private Path temp;
  @AutoClose private TalkRig rig;

  /** A conversation with these steps, in which these messages came back. */
  private String talked(String steps, String... messages) {
    rig.file(
        CHAT,
        "url: %s/\nvariables: { room: lobby }\nmessages: [{ name: join, json: { op: join, room: \"{{room}}\" } }]\nsteps:\n%s"
            .formatted(rig.echo(), steps));
    for (var message : messages) {
      rig.call("talk.send", TalkRig.text(CHAT, message));
    }
    if (messages.length == 0) {
      return "";
    }
    var session = rig.await(CHAT, talk -> talk.has("session")).text("session");
    rig.heard.await("log", log -> log.text("session").equals(session) && log.number("rows") > 0);
    rig.await(CHAT, _ -> received().size() == messages.length);
    return session;
  }

  private List<String> received() {
    return rig.rows(rig.call("talk.get", keyed(CHAT))).stream()
        .filter(row -> row.startsWith("text <"))
        .toList();
  }

  @BeforeEach
  void open() throws IOException {
    rig = new TalkRig(temp);
  }

  private static Value steps(int index) {
    return Value.of(List.of(Value.of("steps"), Value.of(index)));
  }

  private With tried(String session, String text) {
    return rig.call(
        "step.try",
        Json.object()
            .put("path", CHAT)
            .put("at", steps(0))
            .put("session", session)
            .put("text", text));
  }

  @Test
  void aStepIsTriedOnTheLatestMessageThatItWants() {
    var session =
        talked(
            "  - receive:\n",
            "{\"op\":\"join\",\"room\":\"lobby\",\"n\":1}",
            "{\"op\":\"join\",\"room\":\"lobby\",\"n\":2}",
            "{\"op\":\"left\"}");
    var found =
        tried(
                session,
                """
                receive:
                where: { $.op: join }
                extract: { n: $.n }
                assert: [ $.room: "{{room}}", $.n: 1 ]
                """)
            .map("result");
    assertThat(found.text("state")).isEqualTo("failed");
    assertThat(maps(found, "checks").stream().map(one -> one.flag("ok")))
        .containsExactly(true, false);
    assertThat(maps(found, "checks").get(1).text("found")).isEqualTo("2");
    assertThat(maps(found, "extracted").getFirst().text("value")).isEqualTo("2");
    var none = tried(session, "receive:\nwhere: { $.op: leave }\n").map("result");
    assertThat(none.text("text")).contains("no message that matches");
    assertThat(maps(none, "saw")).hasSize(3);
    assertThat(maps(none, "saw").getLast().text("why")).contains("$.op", "leave", "left");
    assertThat(tried(session, "receive:\nwhere: { $.op: { mtches: a } }\n").text("wrong"))
        .startsWith("Line 6:")
        .contains("mtches");
    assertThat(tried(session, "send: join\n").has("result")).isFalse();
    assertThat(
            tried(session, "absent: { where: { $.op: left }, for: 1h }\n")
                .map("result")
                .text("state"))
        .isEqualTo("failed");
  }

  @Test
  void oneStepIsDoneOnWhatIsOpen() {
    talked(
        """
          - send: join
          - receive:
            extract: { got: $.room }
          - check: [ got == 'lobby' ]
        """);
    for (var index = 0; index < 3; index++) {
      rig.call("talk.run", keyed(CHAT).put("steps", Value.of(List.of(steps(index)))));
      var until = index + 1;
      rig.heard.await(
          "results",
          told ->
              !told.flag("running") && told.has("outcome") && told.list("results").size() == until);
    }
    var results = maps(rig.call("talk.get", keyed(CHAT)), "results");
    assertThat(results.stream().map(one -> one.text("verb") + " " + one.text("state")))
        .containsExactly("send passed", "receive passed", "check passed");
  }

  @Test
  void whatWasDoneIsStepsOfTheFile() {
    var session =
        talked("  - close:\n", "{\"op\":\"join\",\"room\":\"lobby\"}", "{\"op\":\"say\",\"id\":4}");
    var made =
        maps(rig.call("step.record", keyed(CHAT).put("session", session).put("from", 0)), "steps");
    assertThat(made.stream().filter(one -> one.flag("chosen")).map(one -> one.text("text")))
        .containsExactly(
            "connect:",
            "send: join",
            "send: { json: { op: say, id: 4 } }\nid: say",
            "receive:\nwhere: { $.op: say }\nanswers: { send: say, by: $.id }");
    assertThat(made).hasSize(5);
  }
}
