package parley.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parley.mock.server.MockServer;
import parley.mock.server.MockWatcher;
import parley.model.connection.Attempt;
import parley.model.connection.TlsSpec;
import parley.protocol.deflate.DeflateOffer;
import parley.protocol.endpoint.CloseCode;
import parley.protocol.handshake.Header;
import parley.transport.connect.Connector;

/** Starts each example of the guide to mocks, and sees that it does what stands around it. */
@Timeout(60)
class GuideTest {

  /** Files that the guide shows beside a mock. */
  private static final Pattern FILE =
      Pattern.compile("`((?:examples|schemas)/[\\w.]+)`:\\n\\n```\\w+\\n(.*?)```", Pattern.DOTALL);

  private static final Path GUIDE = Path.of("../docs/mock.md");
  private static final Pattern SECTION =
      Pattern.compile("## ([^\\n]+)\\n(?:(?!\\n## ).)*?```yaml\\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;
  private final Connector connector = new Connector();

  /** What a reader would try. */
  private interface Trial {
    void at(MockServer server) throws Exception;
  }

  private final Map<String, Trial> trials =
      Map.ofEntries(
          Map.entry("The first one in five lines", this::theFirstOne),
          Map.entry("Paths", this::paths),
          Map.entry("Refusing", this::refusing),
          Map.entry("Letting in", this::lettingIn),
          Map.entry("Answering", this::answering),
          Map.entry("Pushing", this::pushing),
          Map.entry("Remembering", this::remembering),
          Map.entry("Rooms", this::rooms),
          Map.entry("Answering by itself", this::answeringByItself),
          Map.entry("Going wrong on purpose", this::goingWrong),
          Map.entry("Listening", this::listening));

  @AfterEach
  void close() {
    connector.close();
  }

  @TestFactory
  Stream<DynamicTest> everyExampleDoesWhatTheGuideSays() throws IOException {
    var examples = new LinkedHashMap<String, String>();
    SECTION
        .matcher(Files.readString(GUIDE))
        .results()
        .forEach(match -> examples.put(match.group(1), match.group(2)));
    assertThat(examples.keySet()).isEqualTo(trials.keySet());
    assertThat(Files.readString(GUIDE).split("```yaml", -1)).hasSize(examples.size() + 1);
    return examples.entrySet().stream()
        .map(example ->
            dynamicTest(example.getKey(), () -> run(example.getKey(), example.getValue())));
  }

  private void run(String section, String yaml) throws Exception {
    var file = new MockFile(folder);
    for (var beside : FILE.matcher(Files.readString(GUIDE)).results().toList()) {
      var path = folder.resolve(beside.group(1));
      Files.createDirectories(path.getParent());
      Files.writeString(path, beside.group(2));
    }
    try (var server = MockServer.start(file.plan(yaml), file.access(), MockWatcher.NONE, 7)) {
      trials.getOrDefault(section, _ -> {}).at(server);
    }
  }

  private Guest guest(MockServer server, String path) {
    return Guest.at(connector, server.url() + path);
  }

  private Attempt.Rejected refused(MockServer server, String path, Header... headers) {
    var spec = Guest.to(server.url() + path).headers(List.of(headers)).build();
    return (Attempt.Rejected) new Guest().ask(connector, spec);
  }

  private static String body(Attempt.Rejected refused) {
    return new String(refused.body().toArray(), StandardCharsets.UTF_8);
  }

  private void theFirstOne(MockServer server) {
    assertThat(guest(server, "/echo").say("{\"op\":\"ping\"}").hears())
        .isEqualTo("{\"op\":\"pong\"}");
  }

  private void paths(MockServer server) {
    assertThat(guest(server, "/rooms/main").hears()).isEqualTo("the main room");
    assertThat(guest(server, "/rooms/a%20b?user=ann").hears()).isEqualTo("room a b for ann");
    assertThat(body(refused(server, "/room"))).contains("/rooms/main", "/rooms/{room}");
  }

  private void refusing(MockServer server) {
    var stranger = refused(server, "/orders");
    assertThat(stranger.answer().status()).isEqualTo(401);
    assertThat(stranger.answer().first("WWW-Authenticate")).contains("Bearer");
    assertThat(body(stranger)).isEqualTo("{\"error\":\"login\",\"path\":\"/orders\"}");
    var known = new Header("Authorization", "Bearer s3cret");
    assertThat(refused(server, "/orders", known).answer().status()).isEqualTo(400);
    assertThat(body(refused(server, "/orders?shop=", known))).isEqualTo("which shop?");
    var welcome = Guest.to(server.url() + "/orders?shop=a").headers(List.of(known));
    Guest.at(connector, welcome.build());
  }

  private void lettingIn(MockServer server) {
    var guest = new Guest();
    var spec =
        Guest.to(server.url() + "/chat?user=ann")
            .subprotocols(List.of("soap", "chat.v1", "chat.v2"))
            .deflateOffers(List.of(DeflateOffer.USUAL));
    var open = (Attempt.Open) guest.ask(connector, spec.build());
    assertThat(open.subprotocol()).contains("chat.v1");
    assertThat(open.answer().first("X-Node")).contains("node for ann");
    assertThat(open.deflate().orElseThrow().serverMaxWindowBits()).isEqualTo(10);
    assertThat(guest.hears()).isEqualTo("welcome");
    var other = Guest.to(server.url() + "/chat").subprotocols(List.of("soap")).build();
    assertThat(((Attempt.Open) new Guest().ask(connector, other)).subprotocol()).isEmpty();
  }

  private void answeringByItself(MockServer server) {
    var guest = guest(server, "/shop");
    guest.say("{\"op\":\"join\",\"id\":\"r-9\",\"room\":\"den\"}");
    assertThat(guest.hears())
        .matches(
            "\\{\"op\":\"joined\",\"id\":\"r-9\",\"room\":\"den\",\"host\":\\{\"fullName\":\"\\S+"
                + " \\S+\",\"email\":\"\\S+@example.(com|org|net)\"},\"at\":\"\\d{4}-.*Z\"}");
    guest.say("{\"op\":\"ping\"}");
    assertThat(guest.hears()).isEqualTo("{\"op\":\"pong\"}");
    guest.say("{\"op\":\"order\",\"id\":7,\"room\":\"den\"}");
    assertThat(guest.hears())
        .matches(
            "\\{\"op\":\"ordered\",\"order\":\"O-\\d{6}\",\"room\":\"den\",\"buyer\":\\{\"firstName\":\"\\w+\","
                + "\"email\":\"\\S+@\\S+\",\"city\":\"[^\"]+\"},\"items\":\\[.+],\"id\":7}");
  }

  private void answering(MockServer server) {
    var guest = guest(server, "/quotes?user=ann");
    assertThat(guest.hears()).isEqualTo("{\"hello\":\"ann\"}");
    guest.say("{\"op\":\"quote\",\"id\":7,\"symbol\":\"ACME\"}");
    assertThat(guest.hears())
        .matches("\\{\"id\":7,\"symbol\":\"ACME\",\"price\":(9\\d|10\\d|110)}");
    guest.say("{\"op\":\"slow\"}").say("{\"op\":\"dance\"}").say("{}");
    assertThat(List.of(guest.hears(), guest.hears(), guest.hears()))
        .containsExactlyInAnyOrder(
            "{\"error\":\"what is dance?\"}", "{\"error\":\"what is that?\"}", "at last");
    guest.say("{\"op\":\"bye\"}");
    assertThat(guest.end().code()).isEqualTo(new CloseCode(4001));
    var second = guest(server, "/quotes").say("{\"op\":\"crash\"}");
    assertThat(second.end().code()).isEqualTo(CloseCode.ABNORMAL);
  }

  private void pushing(MockServer server) {
    var guest = guest(server, "/ticker");
    assertThat(guest.hears()).matches("\\{\"seq\":1,\"price\":\\d+}");
    assertThat(guest.hears()).startsWith("{\"seq\":2,");
  }

  private void remembering(MockServer server) {
    var ann = guest(server, "/orders").say("{\"op\":\"buy\"}");
    assertThat(ann.hears()).isEqualTo("{\"order\":1,\"mine\":1}");
    var bob = guest(server, "/orders").say("{\"op\":\"buy\"}");
    assertThat(bob.hears()).isEqualTo("{\"order\":2,\"mine\":1}");
    assertThat(ann.say("{\"op\":\"buy\"}").hears()).isEqualTo("{\"order\":3,\"mine\":2}");
  }

  private void rooms(MockServer server) {
    var ann = guest(server, "/rooms/main?user=ann");
    var bob = guest(server, "/rooms/main?user=bob");
    assertThat(bob.say("{\"leave\":true}").hears()).isEqualTo("left");
    var eve = guest(server, "/rooms/main?user=eve");
    assertThat(eve.say("{\"leave\":true}").hears()).isEqualTo("left");
    var joe = guest(server, "/rooms/main?user=joe").say("{\"say\":\"hi\"}");
    assertThat(ann.hears()).isEqualTo("{\"from\":\"joe\",\"text\":\"hi\"}");
    assertThat(List.of(bob, eve, joe)).allMatch(Guest::heardNothing);
  }

  private void goingWrong(MockServer server) {
    var guest = guest(server, "/flaky");
    for (var i = 0; i < 40; i++) {
      guest.say("" + i);
    }
    assertThat(guest.hears()).isEqualTo("noted");
  }

  private void listening(MockServer server) throws IOException {
    var ca = Files.writeString(folder.resolve("ca.pem"), server.certificatePem().orElseThrow());
    var spec = Guest.to(server.url() + "/").tls(TlsSpec.DEFAULT.withAuthorities(List.of(ca)));
    assertThat(server.url()).startsWith("wss://");
    assertThat(Guest.at(connector, spec.build()).hears()).isEqualTo("safe");
  }
}
