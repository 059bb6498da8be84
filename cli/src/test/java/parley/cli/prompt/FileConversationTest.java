package parley.cli.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parley.cli.hand.Opening;
import parley.cli.input.Notation;
import parley.cli.input.Separator;
import parley.cli.shell.ExitCode;
import parley.cli.shell.Shell;
import parley.cli.talk.MessageMaker;
import parley.cli.talk.TalkPlan;
import parley.cli.talk.TalkSpec;
import parley.cli.talk.View;
import parley.protocol.endpoint.CloseCode;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Framing;
import parley.report.Palette;
import parley.transport.connect.Connector;

/** What is typed and what is shown by a conversation file, against the mock of its environment. */
@Timeout(60)
class FileConversationTest {

  private static final String MOCK =
      """
      listen: { port: 0 }
      paths:
        /shop:
          on-connect: [ { send: { json: { type: welcome } } } ]
          on-message:
            - where: { $.op: subscribe }
              steps: [ { send: { json: { type: ack, id: "{{$.id}}" } } } ]
            - where: { text: ping me }
              steps: [ { send: { json: { type: ping } } } ]
            - where: { text: leave me }
              steps: [ { close: { code: 1001 } } ]
            - otherwise: [ { send: { text: "you said {{text($)}}" } } ]
      """;

  private static final String FILE =
      """
      name: Shop
      url: "{{mock.url}}/shop"
      auth: { bearer: "{{env.SHOP_TOKEN}}" }
      variables: { room: main, greeting: "hello {{room}}" }
      messages:
        - name: subscribe
          json: { op: subscribe, id: "7" }
        - name: say hello
          text: "{{greeting}}"
      on-message:
        - where: { $.type: ping }
          steps: [ { send: { json: { type: pong, to: "{{room}}" } } } ]
      steps:
        - connect:
        - send: subscribe
        - receive:
          where: { $.type: ack }
          extract: { seen: $.id }
        - receive:
          where: { text: never }
          within: 100ms
          soft: true
      """;

  @TempDir Path folder;
  private final Shown shown = new Shown();
  private final Connector connector = new Connector();
  private Opening opening;
  private FileConversation conversation;

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(folder.resolve("environments"));
    write("parley.yaml", "name: Test\n");
    write("environments/local.yaml", "mock: ../shop.mock.yaml\n");
    write("environments/other.yaml", "mock: ../shop.mock.yaml\nvariables: { room: other }\n");
    write(".env", "SHOP_TOKEN=s3cret-token\n");
    write("shop.mock.yaml", MOCK.replace("{{text($)}}", "it"));
    write("shop.ws.yaml", FILE);
  }

  @AfterEach
  void stop() {
    conversation.leave();
    connector.close();
    opening.close();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private FileConversation open(String... connections) {
    var path = folder.resolve("shop.ws.yaml");
    var shell =
        new Shell(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            Shell.Terminals.NONE,
            Map.of(),
            folder,
            _ -> {});
    opening = new Opening(path, Map.of(), shell);
    if (!(opening.open("local") instanceof Opening.Opened.Ready(var file))) {
      throw new AssertionError(opening.open("local").toString());
    }
    conversation =
        new FileConversation(
            plan(), file, opening, List.of(connections), connector, shown.surface());
    assertThat(conversation.begin()).isTrue();
    return conversation;
  }

  static TalkPlan plan() {
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

  private void type(String line) {
    shown.typed();
    assertThat(conversation.typed(line)).as(line).isTrue();
  }

  @Test
  void aLineIsSentAsItIsAndAnsweredByTheMock() {
    open();
    assertThat(shown.await("* ")).contains("the environment's mock listens on ws://127.0.0.1:");
    shown.await("● open");
    shown.await("↓ {\"type\":\"welcome\"}");
    type("hello {not a template}");
    shown.await("↑ hello {not a template}");
    shown.await("↓ you said it");
  }

  @Test
  void aLineWithATemplateIsFilled() {
    open();
    type("{\"room\":\"{{room}}\"}");
    shown.await("↑ {\"room\":\"main\"}");
    type("two \\{{ braces");
    shown.await("↑ two {{ braces");
    type("{{roon}}");
    shown.await("did you mean `room`?");
  }

  @Test
  void savedMessagesAreSentByTheirNames() {
    open();
    type("/send say hello");
    shown.await("↑ hello main");
    type("/send");
    shown.await("saved messages: subscribe, say hello");
    type("/send subscrib");
    shown.await("did you mean `subscribe`?");
    assertThat(conversation.names("/send")).containsExactly("subscribe", "say hello");
  }

  @Test
  void theStepsAreShownAsTheyEnd() {
    open();
    shown.await("welcome");
    type("/run");
    shown.await("✓ connect");
    shown.await("✓ send subscribe");
    assertThat(shown.await("✓ receive")).contains("seen = \"7\"");
    shown.await("✗ receive");
    shown.await("the steps passed: 3 of 4");
    type("/vars s");
    shown.await("seen  \"7\"");
  }

  @Test
  void stepsThatFailSayWhatCame() throws IOException {
    write("shop.ws.yaml", FILE.replace("soft: true", "soft: false"));
    open();
    type("/run");
    assertThat(shown.await("no message that matches")).contains("✗ Shop", "within 100ms");
  }

  @Test
  void stepsAreGivenUp() throws IOException {
    write("shop.ws.yaml", FILE.replace("within: 100ms", "within: 10m"));
    open();
    type("/stop");
    shown.await("no steps go on");
    type("/run");
    shown.await("✓ send subscribe");
    type("/run");
    shown.await("the steps go on: /stop gives them up");
    type("/stop");
    shown.await("the steps were given up");
  }

  @Test
  void whatTheFileDoesInTheBackgroundGoesOn() {
    open();
    type("ping me");
    shown.await("↓ {\"type\":\"ping\"}");
    shown.await("↑ {\"type\":\"pong\",\"to\":\"main\"}");
  }

  @Test
  void secretsAreNeverShown() throws IOException {
    open();
    shown.await("● open");
    type("/headers");
    assertThat(shown.await("> GET /shop")).contains("Authorization: Bearer •••");
    type("/vars");
    assertThat(shown.await("greeting")).contains("SHOP_TOKEN  •••").doesNotContain(" env ");
    type("my token is s3cret-token");
    shown.await("↑ my token is •••");
    type("/save " + folder.resolve("out.jsonl"));
    shown.await("saved ");
    assertThat(Files.readString(folder.resolve("out.jsonl"))).doesNotContain("s3cret");
    assertThat(shown.all()).doesNotContain("s3cret");
  }

  @Test
  void pingsClosesAndFramesAreSteps() {
    open();
    type("/ping hi");
    shown.await("↓ pong \"hi\"");
    type("/frame chop=3 text hello");
    shown.await("raw 3 B");
    shown.await("↓ you said it");
    type("/close 4001 bye");
    shown.await("■ closed by you: 4001 private to the application \"bye\"");
    assertThat(conversation.isOpen()).isFalse();
    type("again");
    shown.await("● open");
    shown.await("↑ again");
    type("/abort");
    shown.await("■ aborted by you");
    type("");
    shown.await("● open");
    type("leave me");
    shown.await("■ closed by the server: 1001");
    assertThat(conversation.outcome()).isEqualTo(ExitCode.UNEXPECTED_CLOSE);
  }

  @Test
  void aLossIsToldAndTheConnectionComesBack() throws IOException {
    write(
        "shop.ws.yaml",
        FILE
            + """
            settings: { reconnect: { attempts: 3, backoff: 1ms..2ms } }
            on-reconnect: [ { send: say hello } ]
            """);
    open();
    type("leave me");
    assertThat(shown.await("; try 1 of 3 in ")).contains("1001");
    shown.await("● open");
    shown.await("↑ hello main");
    assertThat(shown.all()).doesNotContain("Enter connects again");
  }

  @Test
  void aFullInboxEndsTheSessionAndTheNextLineBeginsAnother() throws IOException {
    write("shop.ws.yaml", FILE + "settings: { inbox: { keep: 1, overflow: fail } }\n");
    open();
    type("one");
    shown.await("the inbox of the connection is full");
    shown.await("■ closed by you");
    type("two");
    shown.await("● open");
    shown.await("↑ two");
  }

  @Test
  void reconnectClosesAndOpens() {
    open();
    type("/reconnect");
    shown.await("■ closed by you");
    shown.await("● open");
  }

  @Test
  void severalConnectionsHaveTheirNames() throws IOException {
    write(
        "shop.ws.yaml",
        """
        url: "{{mock.url}}/shop"
        connections: { ann: { params: { user: ann } }, robert: { params: { user: bob } } }
        steps:
          - connect: [ann, robert]
        """);
    open();
    shown.await("ann    ● open");
    shown.await("robert ↓ {\"type\":\"welcome\"}");
    assertThat(conversation.name()).isEqualTo("ann");
    type("/on robert");
    assertThat(conversation.name()).isEqualTo("robert");
    type("hello");
    shown.await("robert ↑ hello");
    type("/on");
    shown.await("you talk on robert; connections: main, ann (open), robert (open)");
    type("/on anne");
    shown.await("there is no connection anne: did you mean ann? there is main, ann, robert");
    type("/disconnect ann");
    shown.await("ann    ■ closed by you: 1000");
    type("/connect main");
    shown.await("main   ● open");
  }

  @Test
  void aNamedConnectionIsTheOneThatIsOpened() throws IOException {
    write(
        "shop.ws.yaml",
        "url: \"{{mock.url}}/shop\"\nconnections: { ann: { params: { user: ann } } }\n");
    open("ann");
    shown.await("ann  ● open");
    assertThat(conversation.name()).isEqualTo("ann");
    assertThat(shown.all()).doesNotContain("main ●");
    type("/run");
    shown.await("the file has no steps to run");
  }

  @Test
  void aChangedFileIsNoticedAndReadAgain() throws IOException {
    open();
    shown.await("welcome");
    shown.typed(); // it is noticed at any time from here on
    var file = write("shop.ws.yaml", FILE.replace("room: main", "room: cellar"));
    Files.setLastModifiedTime(file, FileTime.fromMillis(1));
    assertThat(conversation.typed("/send say hello")).isTrue();
    shown.await("shop.ws.yaml has changed: /reload reads it again");
    shown.await("↑ hello main");
    type("/reload");
    shown.await("* read again, environment local; connecting anew");
    shown.await("● open");
    type("/send say hello");
    shown.await("↑ hello cellar");
  }

  @Test
  void aFileThatBecameWrongChangesNothing() throws IOException {
    open();
    write("shop.ws.yaml", FILE.replace("{{room}}", "{{roon}}"));
    type("/reload");
    assertThat(shown.await("shop.ws.yaml:4:")).contains("`roon`", "did you mean `room`?");
    type("/send say hello");
    shown.await("↑ hello main");
  }

  @Test
  void anotherEnvironmentIsAnotherConnection() {
    open();
    type("/env");
    shown.await("you are in local; environments: local, other");
    type("/env othr");
    assertThat(shown.await("there is no environment 'othr'")).contains("Did you mean other?");
    type("/env other");
    shown.await("* read again, environment other; connecting anew");
  }

  @Test
  void helpListsEveryCommand() {
    open();
    type("/help");
    var help = shown.await("/send [NAME]");
    assertThat(FileCommands.ALL)
        .allSatisfy(definition -> assertThat(help).contains(definition.usage(), definition.help()));
    assertThat(help.lines().mapToInt(String::length).max().orElse(0)).isLessThan(100);
    type("/sned");
    shown.await("did you mean /send?");
  }

  @Test
  void leavingClosesAndEndsWell() {
    open();
    assertThat(conversation.typed("/quit")).isFalse();
    conversation.leave();
    shown.await("■ closed by you: 1000");
    assertThat(conversation.outcome()).isEqualTo(ExitCode.OK);
  }
}
