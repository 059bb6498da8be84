package parley.workbench.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.workbench.talk.TalkRig.draft;
import static parley.workbench.talk.TalkRig.keyed;
import static parley.workbench.talk.TalkRig.main;
import static parley.workbench.talk.TalkRig.maps;
import static parley.workbench.talk.TalkRig.text;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parley.workbench.call.Answer;
import parley.workbench.call.Json;

/** A conversation by hand: what people do, what they see. */
@Timeout(120)
class TalkTest {

  private static final String CHAT = "chat.ws.yaml";

  @TempDir private Path temp;
  @AutoClose private TalkRig rig;

  @BeforeEach
  void open() throws IOException {
    rig = new TalkRig(temp);
  }

  private TalkRig chat(String more) {
    return rig.file(CHAT, "url: " + rig.echo() + "/chat\n" + more);
  }

  @Test
  void aConversationThatNobodyConnectedIsDisconnected() {
    chat("connections:\n  bob: { url: ws://127.0.0.1:1 }\n");
    var talk = rig.call("talk.get", keyed(CHAT));
    assertThat(talk.text("name")).isEqualTo("chat");
    assertThat(talk.text("state")).isEqualTo("disconnected");
    assertThat(talk.has("session")).isFalse();
    assertThat(maps(talk, "connections").stream().map(one -> one.text("name")))
        .containsExactly("", "bob");
  }

  @Test
  void theConnectionsThatTheStepsUseComeFirst() {
    chat("connections:\n  ann: {}\n  bob: {}\nsteps:\n  - connect: [bob, ann]\n");
    assertThat(
            maps(rig.call("talk.get", keyed(CHAT)), "connections").stream()
                .map(one -> one.text("name")))
        .containsExactly("ann", "bob", "");
  }

  @Test
  void whatIsNotThereIsSaid() {
    assertThat(rig.refused("talk.connect", keyed("nothing.ws.yaml")))
        .isEqualTo(Answer.refuse(Answer.Code.MISSING, "There is no file nothing.ws.yaml."));
    assertThat(rig.refused("talk.get", keyed("../chat.ws.yaml")).code())
        .isEqualTo(Answer.Code.MISSING);
    assertThat(rig.refused("talk.get", keyed("parley.yaml")).text())
        .isEqualTo("parley.yaml is no conversation.");
  }

  @Test
  void connectingSendingAndClosingAreInTheLog() {
    chat("");
    rig.call("talk.connect", keyed(CHAT));
    var open = rig.await(CHAT, "connected");
    assertThat(main(open).text("text")).isEqualTo("Connected");
    assertThat(main(open).text("url")).endsWith("/chat");
    assertThat(main(open).map("facts").text("protocol")).isEqualTo("HTTP/1.1");
    assertThat(main(open).map("timing").has("total")).isTrue();
    assertThat(main(open).flag("verified")).isTrue();

    rig.call("talk.send", text(CHAT, "hello"));
    rig.await(CHAT, talk -> rig.rows(talk).contains("text < hello"));
    rig.call("talk.disconnect", keyed(CHAT).put("code", 4000).put("reason", "enough"));
    var closed = rig.await(CHAT, "closed");
    assertThat(main(closed).text("text")).isEqualTo("Closed by you: 4000 enough");
    assertThat(main(closed).number("code")).isEqualTo(4000);
    assertThat(main(closed).text("reason")).isEqualTo("enough");
    assertThat(main(closed).text("by")).isEqualTo("client");
    assertThat(rig.rows(closed)).contains("opened", "text > hello", "text < hello", "closed");
    var handshake = (int) main(closed).number("handshake");
    assertThat(rig.rows(closed).get(handshake)).isEqualTo("opened");
  }

  @Test
  void oneLogGoesOnOverSeveralConnectsUntilItIsCleared() {
    chat("");
    rig.call("talk.connect", keyed(CHAT));
    var first = rig.await(CHAT, "connected").text("session");
    rig.call("talk.disconnect", keyed(CHAT));
    rig.await(CHAT, "closed");
    rig.call("talk.connect", keyed(CHAT));
    var again = rig.await(CHAT, "connected");
    assertThat(again.text("session")).isEqualTo(first);
    assertThat(rig.rows(again).stream().filter("opened"::equals)).hasSize(2);
    assertThat(main(again).number("handshake")).isEqualTo(rig.rows(again).lastIndexOf("opened"));

    var cleared = rig.call("talk.clear", keyed(CHAT)).text("session");
    assertThat(cleared).isNotEqualTo(first);
    rig.call("talk.send", text(CHAT, "after"));
    var talk =
        rig.await(CHAT, now -> rig.rows(now).contains("text < after") && now.number("rows") == 2);
    assertThat(talk.text("session")).isEqualTo(cleared);
    assertThat(main(talk).has("handshake")).isFalse();
  }

  @Test
  void aMessageConnectsFirst() {
    chat("");
    var ticket = rig.call("talk.send", text(CHAT, "hello")).number("ticket");
    assertThat(ticket).isEqualTo(1);
    var talk =
        rig.await(
            CHAT, now -> rig.rows(now).contains("text < hello") && now.list("pending").isEmpty());
    assertThat(rig.rows(talk)).contains("opened", "text > hello");
  }

  @Test
  void aMessageIsPendingUntilItIsWrittenOrLost() throws IOException {
    try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      rig.file(CHAT, "url: ws://127.0.0.1:%d/\n".formatted(silent.getLocalPort()));
      rig.call("talk.send", text(CHAT, "hello"));
      var waiting = rig.await(CHAT, talk -> !talk.list("pending").isEmpty());
      var pending = maps(waiting, "pending").getFirst();
      assertThat(pending.text("preview")).isEqualTo("hello");
      assertThat(pending.number("size")).isEqualTo(5);
      rig.await(
          CHAT, talk -> main(talk).has("phase") && main(talk).text("phase").equals("upgrade"));
      rig.call("talk.cancel", keyed(CHAT));
      var talk = rig.await(CHAT, now -> now.list("pending").isEmpty());
      assertThat(main(talk).text("state")).isEqualTo("cancelled");
      assertThat(rig.rows(talk)).contains("unsent > hello: opening the connection was given up");
      assertThat(talk.number("bytes")).isZero();
    }
  }

  @Test
  void whatAServerDidNotWaitForIsLostAndSaysWhy() throws IOException {
    try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      rig.file(CHAT, "url: ws://127.0.0.1:%d/\n".formatted(server.getLocalPort()));
      rig.call("talk.send", draft(CHAT, "hex", "00 ff"));
      server.accept().close();
      var talk = rig.await(CHAT, now -> now.list("pending").isEmpty() && now.number("rows") > 0);
      var lost = rig.rows(talk).stream().filter(row -> row.startsWith("unsent > ")).toList();
      assertThat(lost).singleElement().asString().endsWith(main(talk).text("text"));
      assertThat(rig.rows(talk)).noneMatch(row -> row.startsWith("binary"));
    }
  }

  @Test
  void connectingIsToldAsItGoesAndCanBeCancelled() throws IOException {
    try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      rig.file(CHAT, "url: ws://localhost:%d/\n".formatted(silent.getLocalPort()));
      rig.call("talk.connect", keyed(CHAT));
      rig.await(
          CHAT, talk -> main(talk).has("phase") && main(talk).text("phase").equals("upgrade"));
      rig.call("talk.cancel", keyed(CHAT));
      var talk = rig.await(CHAT, "cancelled");
      assertThat(main(talk).text("text")).isEqualTo("Cancelled");
      assertThat(talk.text("state")).isEqualTo("cancelled");
      rig.call("talk.cancel", keyed(CHAT));
    }
  }

  @Test
  void aPortWhereNobodyListensHasAdvice() throws IOException {
    rig.file(CHAT, "url: ws://127.0.0.1:%d/\n".formatted(closedPort()));
    rig.call("talk.connect", keyed(CHAT));
    var talk =
        rig.await(CHAT, now -> main(now).text("state").equals("failed") && now.has("advice"));
    assertThat(main(talk).text("text")).contains("127.0.0.1");
    var advice = maps(talk, "advice").getFirst();
    assertThat(advice.text("severity")).isEqualTo("error");
    assertThat(maps(advice, "fixes").getFirst().text("text")).contains("is the server running");
    assertThat(rig.rows(talk).get((int) main(talk).number("handshake"))).isEqualTo("failed");
  }

  private static int closedPort() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return taken.getLocalPort();
    }
  }

  @Test
  void anUnknownVariableIsRefusedWithTheNearestName() {
    chat("variables: { user: ann }\n");
    var refusal = rig.refused("talk.send", text(CHAT, "hi {{usr}}"));
    assertThat(refusal.code()).isEqualTo(Answer.Code.INVALID);
    assertThat(refusal.text()).contains("usr");
    assertThat(refusal.hintOrNull()).contains("`user`");
    assertThat(rig.refused("talk.send", draft(CHAT, "hex", "00 f")).text())
        .contains("hex digits in pairs");
    assertThat(rig.refused("talk.send", draft(CHAT, "close", "soon")).text())
        .contains("close code");
    assertThat(rig.refused("talk.send", draft(CHAT, "frame", "{ opcod: 1 }")).text())
        .contains("opcod");
  }

  @Test
  void draftsOfAllKindsAreSentAsAFileWouldSendThem() {
    chat("variables: { user: ann }\n").file("cat.txt", "meow");
    rig.call("talk.send", text(CHAT, "hi {{user}}"));
    rig.await(CHAT, "connected");
    rig.call("talk.send", draft(CHAT, "json", "{\"n\": 10000000000000000001}"));
    rig.call("talk.send", draft(CHAT, "hex", "41 42"));
    rig.call("talk.send", draft(CHAT, "base64", "Q0Q="));
    rig.call("talk.send", draft(CHAT, "file", "cat.txt"));
    rig.await(CHAT, now -> rig.rows(now).contains("binary < meow"));
    rig.call("talk.send", draft(CHAT, "ping", "pong me"));
    rig.call("talk.send", draft(CHAT, "frame", "{ opcode: text, fin: false, payload: par }"));
    rig.call("talk.send", draft(CHAT, "frame", "opcode: continuation\npayload: ted\n"));
    rig.call("talk.send", draft(CHAT, "close", "1000 bye"));
    var talk = rig.await(CHAT, "closed");
    assertThat(rig.rows(talk))
        .contains(
            "text > hi ann",
            "text < hi ann",
            "text < {\"n\": 10000000000000000001}",
            "binary < AB",
            "binary < CD",
            "binary < meow",
            "ping > pong me",
            "pong < pong me",
            "text < parted");
    assertThat(main(talk).has("pingMillis")).isTrue();
    assertThat(main(talk).text("text")).isEqualTo("Closed by you: 1000 bye");
  }

  @Test
  void aPreviewShowsTheExactBytesAndSendsNothing() {
    chat("variables: { user: ann }\n").file("cat.txt", "meow");
    var preview = rig.call("talk.preview", text(CHAT, "hi {{user}}\n"));
    assertThat(preview.text("kind")).isEqualTo("text");
    assertThat(preview.number("size")).isEqualTo(7);
    assertThat(preview.text("hex")).isEqualTo("68 69 20 61 6e 6e 0a");
    assertThat(preview.text("text")).isEqualTo("hi ann\n");
    assertThat(preview.list("problems")).isEmpty();
    var file = rig.call("talk.preview", draft(CHAT, "file", "cat.txt"));
    assertThat(file.text("kind")).isEqualTo("binary");
    assertThat(file.text("hex")).isEqualTo("6d 65 6f 77");
    var odd = rig.call("talk.preview", draft(CHAT, "hex", "0"));
    assertThat(maps(odd, "problems").getFirst().text("text")).contains("hex digits in pairs");
    var json = rig.call("talk.preview", draft(CHAT, "json", "{"));
    assertThat(maps(json, "problems").getFirst().text("text")).isEqualTo("It is not JSON.");
    assertThat(rig.call("talk.get", keyed(CHAT)).text("state")).isEqualTo("disconnected");
  }

  @Test
  void jsonThatIsAValueOfTheFileIsSentAsARunSendsIt() {
    chat("variables: { n: 7, who: ann, list: [1, 2.50] }\n");
    var laid = "{\n  \"n\": \"{{n}}\",\n  \"{{who}}\": [\"{{list}}\", \"n {{n}}\", 1.10]\n}";
    var tree = Json.object().put("kind", "json").put("content", laid).put("tree", true);
    var sent = "{\"n\":7,\"ann\":[[1,2.50],\"n 7\",1.10]}";
    var preview = rig.call("talk.preview", keyed(CHAT).put("message", tree));
    assertThat(preview.text("text")).isEqualTo(sent);
    assertThat(preview.number("size")).isEqualTo(sent.length());
    rig.call("talk.send", keyed(CHAT).put("message", tree));
    rig.await(CHAT, talk -> rig.rows(talk).contains("text < " + sent));
    var block = rig.call("talk.preview", draft(CHAT, "json", "{\"n\": \"{{n}}\"}"));
    assertThat(block.text("text")).isEqualTo("{\"n\": \"7\"}");
    var typed =
        Json.object().put("kind", "json").put("content", "{\"n\": {{n}}}").put("tree", true);
    assertThat(rig.call("talk.preview", keyed(CHAT).put("message", typed)).text("text"))
        .isEqualTo("{\"n\": 7}");
  }

  @Test
  void aMessageCanBeSentAgainAndAgain() {
    chat("");
    rig.call("talk.send", text(CHAT, "tick").put("every", 1));
    var talk =
        rig.await(CHAT, now -> now.has("repeating") && now.map("repeating").number("sent") >= 5);
    assertThat(talk.map("repeating").text("name")).isEqualTo("tick");
    rig.call("talk.repeat.stop", keyed(CHAT));
    rig.await(CHAT, now -> !now.has("repeating"));
    rig.call("talk.send", text(CHAT, "tock").put("every", 1));
    rig.await(CHAT, now -> now.has("repeating") && now.map("repeating").number("sent") >= 2);
    rig.call("talk.disconnect", keyed(CHAT));
    var ended = rig.await(CHAT, now -> !now.has("repeating"));
    assertThat(ended.list("pending")).isEmpty();
  }

  @Test
  void severalConnectionsHaveAStateEach() {
    chat("connections:\n  bob: { url: " + rig.echo() + "/bob }\n");
    rig.call("talk.connect", keyed(CHAT));
    rig.await(
        CHAT,
        talk ->
            maps(talk, "connections").stream()
                .allMatch(one -> one.text("state").equals("connected")));
    rig.call("talk.send", text(CHAT, "from bob").put("connection", "bob"));
    rig.await(CHAT, talk -> rig.rows(talk).contains("text < from bob"));
    rig.call("talk.disconnect", keyed(CHAT).put("connection", "bob"));
    var talk =
        rig.await(CHAT, now -> maps(now, "connections").get(1).text("state").equals("closed"));
    assertThat(talk.text("state")).isEqualTo("connected");
    assertThat(rig.refused("talk.connect", keyed(CHAT).put("connection", "eve")).text())
        .isEqualTo("There is no connection eve.");
  }

  @Test
  void aBrokenFileSaysWhatIsWrong() {
    chat("heders: { a: b }\n");
    var talk = rig.call("talk.get", keyed(CHAT));
    assertThat(maps(talk, "problems").getFirst().number("line")).isEqualTo(2);
    var refusal = rig.refused("talk.connect", keyed(CHAT));
    assertThat(refusal.code()).isEqualTo(Answer.Code.INVALID);
    assertThat(refusal.text()).startsWith("chat.ws.yaml, line 2: found");
    assertThat(refusal.hintOrNull()).contains("headers");
    chat("headers: { a: b }\n");
    rig.await(CHAT, now -> !now.has("problems"));
    rig.call("talk.connect", keyed(CHAT));
    rig.await(CHAT, "connected");
  }

  @Test
  void whatIsOpenGoesOnWhenTheFileChanges() {
    chat("variables: { user: ann }\n");
    rig.call("talk.connect", keyed(CHAT));
    rig.await(CHAT, "connected");
    chat("variables: { user: bob }\n");
    rig.call("talk.connect", keyed(CHAT));
    rig.call("talk.send", text(CHAT, "{{user}}"));
    var talk = rig.await(CHAT, now -> rig.rows(now).contains("text < ann"));
    assertThat(rig.rows(talk))
        .contains("notice the file has changed; what is open goes on as it was until it is closed");
    rig.call("talk.disconnect", keyed(CHAT));
    rig.await(CHAT, "closed");
    rig.call("talk.send", text(CHAT, "{{user}}"));
    rig.await(CHAT, now -> rig.rows(now).contains("text < bob"));
  }

  @Test
  void whatIsOpenGoesOnWhenTheFileIsRenamed() {
    rig.file("rooms/chat.ws.yaml", "url: " + rig.echo() + "/\n");
    rig.call("talk.connect", keyed("rooms/chat.ws.yaml"));
    rig.await("rooms/chat.ws.yaml", "connected");
    rig.call("tree.rename", Json.object().put("path", "rooms").put("name", "halls"));
    rig.await("halls/chat.ws.yaml", "connected");
    rig.call("talk.send", text("halls/chat.ws.yaml", "here"));
    rig.await("halls/chat.ws.yaml", talk -> rig.rows(talk).contains("text < here"));
  }

  @Test
  void aConversationWhoseFileIsDeletedIsGoneUntilItComesBack() {
    chat("");
    rig.call("talk.connect", keyed(CHAT));
    var session = rig.await(CHAT, "connected").text("session");
    var undo = rig.call("tree.delete", Json.object().put("path", CHAT)).text("undo");
    rig.call("talk.send", text(CHAT, "still here"));
    rig.await(CHAT, talk -> rig.rows(talk).contains("text < still here"));
    rig.call("talk.disconnect", keyed(CHAT));
    rig.heard.await("talk.gone", gone -> gone.text("key").equals(CHAT));
    assertThat(rig.refused("talk.get", keyed(CHAT)).code()).isEqualTo(Answer.Code.MISSING);
    rig.call("tree.undelete", Json.object().put("undo", undo));
    assertThat(rig.call("talk.get", keyed(CHAT)).text("session")).isEqualTo(session);
    rig.call("tree.delete", Json.object().put("path", CHAT));
    rig.heard.await("talk.gone", _ -> rig.heard.all("talk.gone").size() == 2);
  }

  @Test
  void theServersCertificateIsCheckedUnlessThatIsSwitchedOff() {
    assertThat(rig.call("talk.verify", Json.object().put("verify", false)).flag("verify"))
        .isFalse();
    assertThat(rig.heard.await("verify", told -> true).flag("verify")).isFalse();
  }

  @Test
  void conversationsGoOnSideBySideAndAreToldToPagesThatCome() {
    chat("").file("other.ws.yaml", "url: " + rig.echo() + "/other\n");
    rig.call("talk.connect", keyed(CHAT));
    rig.call("talk.connect", keyed("other.ws.yaml"));
    rig.await(CHAT, "connected");
    rig.await("other.ws.yaml", "connected");
    rig.call("talk.send", text("other.ws.yaml", "one"));
    rig.await("other.ws.yaml", talk -> rig.rows(talk).contains("text < one"));
    var talks =
        maps(
            parley.workbench.call.With.of(Json.object().put("all", rig.talks.value()).value()),
            "all");
    assertThat(talks.stream().map(one -> one.text("key") + " " + one.text("state")))
        .containsExactlyInAnyOrder(CHAT + " connected", "other.ws.yaml connected");
  }

  @Test
  void theEndOfTheWorkbenchClosesWith1001() throws IOException {
    try (var witness = new CloseWitness()) {
      rig.file(CHAT, "url: " + witness.url() + "\n");
      rig.call("talk.connect", keyed(CHAT));
      rig.await(CHAT, "connected");
      rig.talks.close();
      assertThat(witness.closed().received().orElseThrow().code().value()).isEqualTo(1001);
      assertThat(List.of(rig.talks.value())).isNotEmpty();
    }
  }
}
