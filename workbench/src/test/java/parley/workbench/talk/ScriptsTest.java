package parley.workbench.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.workbench.talk.TalkRig.keyed;
import static parley.workbench.talk.TalkRig.maps;
import static parley.workbench.talk.TalkRig.text;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.workbench.call.Answer;
import parley.workbench.call.Json;
import parley.workbench.call.With;

/** Scripts are done once they were shown and allowed as they were shown, and refused before. */
class ScriptsTest {

  private static final String CHAT = "chat.ws.yaml";
  private static final String SCRIPT = "vars.set('n', 1 + 1);";

  @TempDir Path temp;
  private TalkRig rig;

  @BeforeEach
  void open() throws Exception {
    rig = new TalkRig(temp);
    rig.file("count.js", SCRIPT);
    rig.file(
        CHAT,
        """
        url: %s/
        variables: { n: 0 }
        steps:
          - send: { text: a }
          - receive:
          - script: { file: count.js }
          - check: [ n == 2 ]
        """
            .formatted(rig.echo()));
    rig.file("plain.ws.yaml", "url: " + rig.echo() + "/\nsteps:\n  - send: { text: a }\n");
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private static Json.Fields run(String... paths) {
    return Json.object().put("paths", Json.texts(List.of(paths)));
  }

  private With scripts() {
    return rig.call("scripts.get", Json.object().put("collection", ""));
  }

  private static Json.Fields allow(With shown) {
    return Json.object().put("collection", "").put("hash", shown.text("hash"));
  }

  private String ran() {
    rig.call("talk.run", keyed(CHAT));
    return rig.heard
        .await("results", told -> !told.flag("running") && told.has("outcome"))
        .map("outcome")
        .text("result");
  }

  private void assertRefused(String call, Json.Fields with) {
    var refusal = rig.refused(call, with);
    assertThat(refusal.code()).as(call).isEqualTo(Answer.Code.REFUSED);
    assertThat(refusal.text()).contains(CHAT, "line 6", "nobody has allowed the scripts of Shop");
    assertThat(refusal.moreOrNull()).isEqualTo(Json.object().put("scripts", "").value());
  }

  private String runOfAll() {
    var id = rig.call("run.start", run("")).text("run");
    return rig.heard
        .await("run", one -> one.text("id").equals(id) && !one.text("state").equals("running"))
        .text("state");
  }

  @Test
  void whatHasScriptsIsRefusedUntilTheyAreAllowedAndAgainOnceOneHasChanged() {
    assertRefused("talk.connect", keyed(CHAT));
    assertRefused("talk.run", keyed(CHAT));
    assertRefused("talk.send", text(CHAT, "hello"));
    assertRefused("run.start", run(""));
    rig.call("run.start", run("plain.ws.yaml"));
    rig.call("talk.get", keyed(CHAT));

    var shown = scripts();
    assertThat(shown.text("name")).isEqualTo("Shop");
    assertThat(shown.flag("changed")).isFalse();
    assertThat(
            maps(shown, "scripts").stream()
                .map(one -> one.text("path") + " " + one.text("file") + " " + one.text("text")))
        .containsExactly(CHAT + " count.js " + SCRIPT);
    rig.call("scripts.allow", allow(shown));
    assertThat(scripts().flag("allowed")).isTrue();
    assertThat(runOfAll()).isEqualTo("passed");
    assertThat(ran()).isEqualTo("passed");

    rig.file("count.js", "vars.set('n', 3);");
    assertRefused("talk.run", keyed(CHAT));
    assertRefused("run.start", run(""));
    assertThat(scripts().flag("changed")).isTrue();
  }

  @Test
  void whatChangedWhileItWasReadIsNotAllowed() {
    var shown = scripts();
    rig.file("count.js", "vars.set('n', 'another');");
    assertThat(rig.refused("scripts.allow", allow(shown)).code()).isEqualTo(Answer.Code.CONFLICT);
    assertRefused("talk.run", keyed(CHAT));
    assertThat(Files.exists(temp.resolve("trust"))).isFalse();
  }

  @Test
  void whatWasAllowedAnewIsWhatIsDone() {
    rig.call("scripts.allow", allow(scripts()));
    rig.call("talk.connect", keyed(CHAT));
    rig.await(CHAT, "connected");
    rig.file("count.js", "vars.set('n', 3);");
    rig.call("talk.send", text(CHAT, "what is open goes on"));
    rig.call("scripts.allow", allow(scripts()));
    assertThat(ran()).isEqualTo("failed");
  }
}
