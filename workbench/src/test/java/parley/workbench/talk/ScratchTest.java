package parley.workbench.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.workbench.talk.TalkRig.keyed;
import static parley.workbench.talk.TalkRig.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parley.workbench.call.Answer;
import parley.workbench.call.Json;

/** Conversations that begin with an address alone. */
@Timeout(120)
class ScratchTest {

  @TempDir private Path temp;
  @AutoClose private TalkRig rig;

  @BeforeEach
  void open() throws IOException {
    rig = new TalkRig(temp);
  }

  private String create(String url) {
    return rig.call("scratch.create", Json.object().put("url", url)).text("key");
  }

  @Test
  void anAddressIsEnoughAndItsSchemeIsCorrected() {
    var key = create(rig.echo().replace("ws://", "http://") + "/chat");
    assertThat(key).isEqualTo("scratch:1");
    rig.call("talk.send", text(key, "hello"));
    var talk = rig.await(key, now -> rig.rows(now).contains("text < hello"));
    assertThat(rig.rows(talk).getFirst()).startsWith("notice").contains("ws://");
    assertThat(create("wss://127.0.0.1:1/")).isEqualTo("scratch:2");
    assertThat(rig.refused("scratch.create", Json.object().put("url", "ftp://a")).code())
        .isEqualTo(Answer.Code.INVALID);
  }

  @Test
  void savedItGoesOnAsAFile() throws IOException {
    var key = create(rig.echo() + "/chat");
    rig.call("talk.connect", keyed(key));
    var open = rig.await(key, "connected");
    var session = open.text("session");
    var address = rig.echo().replace("ws://", "") + "/chat";
    assertThat(open.text("name")).isEqualTo(address);
    assertThat(named(session)).isEqualTo("scratch:1 " + address);
    var saved = rig.call("scratch.save", keyed(key).put("folder", "").put("name", "Ticker stream"));
    var path = saved.text("path");
    assertThat(Files.readString(rig.root.resolve(path)))
        .isEqualTo("url: " + rig.echo() + "/chat\n");
    rig.heard.await("talk.gone", gone -> gone.text("key").equals(key));
    var talk = rig.await(path, "connected");
    assertThat(talk.text("session")).isEqualTo(session);
    assertThat(talk.text("name")).isEqualTo("Ticker-stream");
    assertThat(named(session)).isEqualTo("Ticker-stream.ws.yaml Ticker-stream");
    assertThat(rig.refused("talk.get", keyed(key)).code()).isEqualTo(Answer.Code.MISSING);
  }

  /** Key and name in the history. */
  private String named(String session) {
    var start = rig.logs.history().session(session).orElseThrow().start();
    return start.conversation() + " " + start.name();
  }

  @Test
  void itIsCalledByItsAddress() {
    var key = create("wss://ann:secret@echo.example/?token=1");
    assertThat(rig.call("talk.get", keyed(key)).text("name")).isEqualTo("echo.example");
    assertThat(rig.call("talk.get", keyed(create(""))).text("name")).isEqualTo("Scratch 2");
  }

  @Test
  void discardedItIsClosedAndGone() {
    var key = create(rig.echo() + "/");
    rig.call("talk.connect", keyed(key));
    rig.await(key, "connected");
    rig.call("scratch.discard", keyed(key));
    rig.heard.await("talk.gone", gone -> gone.text("key").equals(key));
    assertThat(rig.refused("talk.get", keyed(key)).code()).isEqualTo(Answer.Code.MISSING);
  }

  @Test
  void itOutlivesTheWorkbench() throws IOException {
    var key = create(rig.echo() + "/");
    rig.close();
    rig = new TalkRig(temp);
    assertThat(rig.call("talk.get", keyed(key)).text("state")).isEqualTo("disconnected");
  }
}
