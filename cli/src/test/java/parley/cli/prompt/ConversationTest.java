package parley.cli.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.cli.input.Notation;
import parley.cli.input.Separator;
import parley.cli.shell.ExitCode;
import parley.cli.talk.MessageMaker;
import parley.cli.talk.TalkPlan;
import parley.cli.talk.TalkSpec;
import parley.cli.talk.View;
import parley.mock.server.EchoServer;
import parley.mock.server.EchoSpec;
import parley.model.connection.ConnectSpec;
import parley.protocol.endpoint.CloseCode;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Framing;
import parley.report.Palette;
import parley.transport.connect.Connector;
import parley.transport.connect.Cookies;
import parley.transport.listen.ListenSpec;

/** What is typed and what is shown, without a terminal, against an echo server. */
class ConversationTest {

  private static final long LIMIT_SECONDS = 20;

  private final BlockingQueue<String> shown = new LinkedBlockingQueue<>();
  private final List<String> seen = new ArrayList<>();
  private int typedAt;
  private EchoServer server;
  private Connector connector;
  private Conversation conversation;

  @BeforeEach
  void connect() throws IOException {
    server = EchoServer.open(EchoSpec.of(ListenSpec.local().build()));
    connector = new Connector();
    conversation =
        new Conversation(
            plan(),
            ConnectSpec.to(server.url()).build(),
            List.of(),
            connector,
            new Cookies(InstantSource.system()),
            new Surface((text, _) -> shown.add(text), () -> {}, () -> {}, () -> 80));
    assertThat(conversation.connect()).isTrue();
    await("● open");
  }

  @AfterEach
  void stop() {
    connector.close();
    server.close();
  }

  private TalkPlan plan() {
    var view =
        new View(
            View.Detail.NORMAL,
            false,
            false,
            false,
            Palette.PLAIN,
            Separator.LINE,
            Notation.PLAIN,
            true);
    return new TalkPlan(
        new TalkSpec(0, null, null, null, null, false, CloseStatus.of(CloseCode.NORMAL)),
        List.of(),
        Notation.PLAIN,
        new MessageMaker(MessageMaker.Kind.TEXT_IF_UTF8, Framing.WHOLE),
        view);
  }

  /** Waits until a text is shown that contains {@code wanted}, after what was typed last. */
  private String await(String wanted) {
    for (var i = typedAt; ; i++) {
      while (i == seen.size()) {
        seen.add(poll(wanted));
      }
      if (seen.get(i).contains(wanted)) {
        return seen.get(i);
      }
    }
  }

  private String poll(String wanted) {
    try {
      var text = shown.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
      if (text == null) {
        throw new AssertionError("nothing more was shown while waiting for " + wanted);
      }
      return text;
    } catch (InterruptedException ended) {
      throw new AssertionError("interrupted while waiting for " + wanted, ended);
    }
  }

  private void type(String line) {
    typedAt = seen.size();
    assertThat(conversation.typed(line)).as(line).isTrue();
  }

  @Test
  void aLineIsAMessage() {
    type("hello");
    await("↑ hello");
    await("↓ hello");
  }

  @Test
  void twoSlashesBeginAMessageWithOne() {
    type("//etc");
    await("↓ /etc");
  }

  @Test
  void aPingShowsItsRoundTrip() {
    type("/ping hi");
    await("↑ ping \"hi\"");
    assertThat(await("↓ pong")).containsPattern("↓ pong \"hi\"  [0-9.]+ (µs|ms)");
  }

  @Test
  void framesByHandAreShownAndJoinedByTheServer() {
    type("/frame nofin text Hel");
    await("\"Hel\"");
    type("/frame continuation lo");
    await("↓ Hello");
  }

  @Test
  void jsonIsLaidOutOnDemand() {
    type("/pretty on");
    type("{\"n\":1.10}");
    assertThat(await("↓ {").lines().map(String::strip)).contains("\"n\": 1.10");
  }

  @Test
  void afterAnEndAMessageConnectsAgain() {
    type("/close 4001 bye");
    await("■ closed by you: 4001 private to the application \"bye\"");
    assertThat(conversation.isOpen()).isFalse();
    type("again");
    await("● open");
    await("↓ again");
  }

  @Test
  void anEmptyLineConnectsAgainOnlyAfterAnEnd() {
    type("");
    type("/abort");
    await("■ aborted by you");
    type("");
    await("● open");
    assertThat(conversation.isOpen()).isTrue();
  }

  @Test
  void aFilterHidesWhatDoesNotPassAndShowsThePastAgain() {
    type("apple");
    await("↓ apple");
    type("/filter pear");
    await("0 messages so far");
    type("an apple");
    type("a pear");
    assertThat(await("↓ a")).contains("a pear");
    type("/filter apple");
    await("4 messages so far");
  }

  @Test
  void whatHappenedIsSavedAndFilesAreSent(@TempDir Path folder) throws IOException {
    var lines = Files.writeString(folder.resolve("in.txt"), "one\ntwo\n");
    type("/load " + lines);
    await("sent 2 messages");
    await("↓ two");
    var saved = folder.resolve("out.jsonl");
    type("/save " + saved);
    await("saved ");
    assertThat(Files.readString(saved)).contains("\"text\":\"two\"", "\"type\":\"request\"");
    type("/load " + folder.resolve("missing"));
    await("cannot read");
  }

  @Test
  void theHandshakeIsShownOnDemand() {
    type("/headers");
    assertThat(await("> GET")).contains("Sec-WebSocket-Key", "101 Switching Protocols");
  }

  @Test
  void mistakesAreExplained() {
    type("/pnig");
    await("did you mean /ping?");
  }

  @Test
  void leavingClosesAndEndsWell() {
    assertThat(conversation.typed("/quit")).isFalse();
    conversation.leave();
    await("■ closed by you: 1000");
    assertThat(conversation.outcome()).isEqualTo(ExitCode.OK);
  }

  @Test
  void timeThatIsOverClosesTheConnection() {
    conversation.timedOut();
    await("■ closed by you");
    assertThat(conversation.outcome()).isEqualTo(ExitCode.TIMEOUT);
  }

  @Test
  void helpListsEveryCommand() {
    type("/help");
    var help = await("/ping");
    assertThat(SlashCommands.ALL)
        .allSatisfy(definition -> assertThat(help).contains(definition.usage(), definition.help()));
    assertThat(help.lines().mapToInt(String::length).max().orElse(0)).isLessThan(100);
  }
}
