package parley.runner.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.engine.plan.FileAccess;
import parley.engine.session.SessionStart;
import parley.engine.session.SharedState;
import parley.model.connection.Cause;
import parley.model.outcome.ConversationOutcome;
import parley.model.outcome.Numbered;
import parley.model.outcome.Result;
import parley.model.transcript.Direction;
import parley.model.transcript.Entry;
import parley.model.value.Value;
import parley.protocol.endpoint.CloseCode;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.Bytes;
import parley.runner.fixture.CollectionFolder;
import parley.runner.fixture.Deadline;
import parley.runner.fixture.LoopbackServer;
import parley.runner.fixture.MortalServer;
import parley.runner.fixture.MortalServer.Fate;
import parley.runner.fixture.MovingName;
import parley.transport.connect.Connector;
import parley.transport.connection.Connection;
import parley.transport.listen.ServerIdentity;

/** Servers that die, in each phase, and what becomes of the connection and its messages. */
@Timeout(60)
class ReconnectTest {

  private static final Fate LIVES = new Fate.Lives();
  private static final String CONVERSATION =
      """
      url: "{{url}}"
      tls: { verify: false }
      settings:
        connect-timeout: 1s
        reconnect: { attempts: 4, backoff: 1ms..10s }
        ping: { every: 100ms, timeout: 100ms }
      on-reconnect: [ { send: { text: back } } ]
      steps:
        - send: { text: "{{die}}" }
        - receive:
          where: { text: back }
          within: 20s
      """;

  @TempDir private Path folder;
  private final List<Numbered> entries = new ArrayList<>();
  private final Connector connector = new Connector();
  private Runnable atClose = () -> {};
  private Runnable atFailure = () -> {};

  private final SessionWatcher watcher =
      new SessionWatcher() {
        @Override
        public void entry(Numbered numbered) {
          if (numbered.entry() instanceof Entry.Closed) {
            atClose.run();
          } else if (numbered.entry() instanceof Entry.Failed) {
            atFailure.run();
          }
          entries.add(numbered);
        }
      };

  @AfterEach
  void close() {
    connector.close();
  }

  private ConversationOutcome run(String yaml, Map<String, Value> variables) throws Exception {
    var test = new CollectionFolder(folder).test("talk", yaml, variables, List.of(Map.of()));
    var start = new SessionStart(Instant.now(), new Random(1), Map.of(), new SharedState());
    var live = new LiveSession(connector, test.plan(), start, FileAccess.NONE, watcher);
    live.begin();
    return Deadline.get(live.done());
  }

  private <T extends Entry> List<T> all(Class<T> kind) {
    return entries.stream().map(Numbered::entry).filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Dies as the client says. */
  private static void obey(Connection connection, String message) {
    switch (message) {
      case "reset" -> connection.abort();
      case "be silent" -> connection.pauseReading();
      case "half a frame" -> {
        connection.post(new Outgoing.Raw(Bytes.hex("81 7e 10 00 61 62")));
        connection.post(new Outgoing.Raw(Bytes.hex("63")));
        connection.close(CloseStatus.of(CloseCode.GOING_AWAY));
      }
      case "say nothing more" -> connection.post(new Outgoing.Close(Bytes.EMPTY));
      case "back" -> connection.post(Outgoing.text(message));
      default -> connection.close(CloseStatus.of(new CloseCode(Integer.parseInt(message))));
    }
  }

  static Stream<Arguments> deaths() {
    var unavailable = "HTTP/1.1 503 Service Unavailable\nRetry-After: 0\nContent-Length: 0\n\n";
    var busy =
        """
        HTTP/1.1 429 Too Many Requests
        Date: Fri, 02 Jan 2026 03:04:05 GMT
        Retry-After: Fri, 02 Jan 2026 03:04:05 GMT
        Content-Length: 0

        """;
    return Stream.of(
        death(false, "reset", List.of(), "connection was reset"),
        death(false, "1001", List.of(), "1001"),
        death(false, "1012", List.of(), "1012"),
        death(false, "1013", List.of(), "1013"),
        death(false, "say nothing more", List.of(), "1005"),
        death(false, "be silent", List.of(), "did not answer a ping in time"),
        death(
            false,
            "reset",
            List.of(new Fate.Ends(0, false), new Fate.Ends(0, true), new Fate.Ends(16, false)),
            "connection was reset",
            "server ended the connection without an answer",
            "reset",
            "server ended the connection"),
        death(
            true,
            "1012",
            List.of(new Fate.Ends(0, false), new Fate.Ends(64, true), new Fate.Ends(64, false)),
            "1012",
            "during the TLS handshake",
            "during the TLS handshake",
            "during the TLS handshake"),
        death(
            false,
            "1001",
            List.of(new Fate.Says(unavailable), new Fate.Says(busy), new Fate.Says("HTTP/1.1 50")),
            "1001",
            "503 Service Unavailable, and asks to come back in 0s",
            "429 Too Many Requests, and asks to come back in 0s",
            "after 11 bytes of an answer"),
        death(
            false,
            "reset",
            List.of(new Fate.Silent()),
            "connection was reset",
            "no complete answer to the upgrade request within 1 s"));
  }

  private static Arguments death(boolean tls, String how, List<Fate> tries, String... why) {
    return Arguments.of(tls, how, tries, List.of(why));
  }

  @ParameterizedTest
  @MethodSource("deaths")
  void aServerThatDiesIsTriedAgainUntilItIsBack(
      boolean tls, String how, List<Fate> tries, List<String> why) throws Exception {
    var fates = new ArrayList<>(tries);
    fates.addFirst(LIVES);
    try (var backend = tls ? secure() : LoopbackServer.doing(ReconnectTest::obey);
        var server = MortalServer.before(backend.url().port(), fates)) {
      var url = "%s://127.0.0.1:%d/".formatted(tls ? "wss" : "ws", server.port());
      var outcome = run(CONVERSATION, Map.of("url", Value.of(url), "die", Value.of(how)));
      assertThat(outcome.result()).as(entries.toString()).isEqualTo(new Result.Passed());
      assertThat(all(Entry.Retry.class))
          .extracting(Entry.Retry::attempt)
          .containsExactlyElementsOf(IntStream.rangeClosed(1, why.size()).boxed().toList());
      for (var i = 0; i < why.size(); i++) {
        assertThat(all(Entry.Retry.class).get(i).why()).contains(why.get(i));
      }
      assertThat(all(Entry.Opened.class)).hasSize(2);
      assertThat(all(Entry.Unsent.class)).isEmpty();
      assertThat(outcome.unsent()).isZero();
    }
  }

  private static LoopbackServer secure() throws Exception {
    return LoopbackServer.doing(ServerIdentity.forLocalhost(), ReconnectTest::obey);
  }

  /** It is gone, its name is unknown for a while, then it is back at another address. */
  @Test
  void aNameIsLookedUpAnewForEachTry() throws Exception {
    MovingName.movesTo("127.0.0.1");
    try (var backend = LoopbackServer.doing(ReconnectTest::obey);
        var server = MortalServer.before(backend.url().port(), List.of());
        var _ = server.alsoAt("127.0.0.2")) {
      atClose = () -> MovingName.movesTo("");
      atFailure = () -> MovingName.movesTo("127.0.0.2");
      var url = "ws://" + MovingName.NAME + ":" + server.port() + "/";
      var outcome = run(CONVERSATION, Map.of("url", Value.of(url), "die", Value.of("1001")));
      assertThat(outcome.result()).isEqualTo(new Result.Passed());
      assertThat(all(Entry.Opened.class))
          .extracting(one -> String.valueOf(one.attempt().evidence().remoteOrNull()))
          .containsExactly("/127.0.0.1:" + server.port(), "/127.0.0.2:" + server.port());
      assertThat(all(Entry.Failed.class))
          .extracting(one -> one.attempt().cause())
          .containsExactly(Cause.NAME_UNKNOWN);
    }
  }

  @Test
  void aServerThatIsGoneIsTriedAsOftenAsTheFileSays() throws Exception {
    var backend = LoopbackServer.doing((connection, _) -> connection.abort());
    var yaml =
        """
        url: "{{url}}"
        settings: { reconnect: { attempts: 3, backoff: 1ms..2ms } }
        steps:
          - connect:
          - parallel:
              - [ { send: { text: die } } ]
              - [ { receive: , within: 20s, soft: true }, { send: { text: too late } } ]
        """;
    atClose = backend::close;
    var outcome = run(yaml, Map.of("url", Value.of(backend.url().toString())));
    assertThat(outcome.result().why()).contains("connection refused");
    assertThat(all(Entry.Retry.class)).hasSize(3);
    assertThat(all(Entry.Notice.class).getFirst().text())
        .contains("connection refused", "it is not tried again after 3 tries");
    assertThat(all(Entry.Unsent.class))
        .singleElement()
        .satisfies(one -> assertThat(one.payload().toText()).isEqualTo("too late"));
    assertThat(outcome.unsent()).isOne();
  }

  /** What is written and what is lost is together what was sent, and nothing is both. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void eachMessageEndsAsWrittenOrAsLost(int seed) throws Exception {
    var random = new Random(seed);
    var fates =
        IntStream.range(0, 12)
            .<Fate>mapToObj(_ -> new Fate.Dies(1000 + random.nextInt(3_000_000)))
            .toList();
    var yaml =
        """
        url: "{{url}}"
        settings: { reconnect: { attempts: 100, backoff: 1ms..2ms } }
        steps:
          - connect:
          - parallel:
              - [ { for-each: { i: "{{ids}}", steps: [ { send: { text: "a{{i}} {{pad}}" }, soft: true } ] } } ]
              - [ { for-each: { i: "{{ids}}", steps: [ { send: { text: "b{{i}} {{pad}}" }, soft: true } ] } } ]
              - [ { send: { text: "{{whole}}" }, chunk: 100KB, every: 1ms, soft: true } ]
          - group: [ { stop: enough } ]
            finally: [ { send: { text: last }, soft: true } ]
        """;
    var ids = Value.of(IntStream.range(0, 12).mapToObj(i -> Value.of("" + i)).toList());
    var pad = "x".repeat(300_000);
    try (var backend = LoopbackServer.silent();
        var server = MortalServer.before(backend.url().port(), fates)) {
      var outcome =
          run(
              yaml,
              Map.of(
                  "url", Value.of("ws://127.0.0.1:" + server.port() + "/"),
                  "ids", ids,
                  "whole", Value.of("c".repeat(1_500_000)),
                  "pad", Value.of(pad)));
      var written =
          all(Entry.Message.class).stream()
              .filter(one -> one.direction() == Direction.SENT)
              .map(Entry.Message::payload)
              .toList();
      var lost = all(Entry.Unsent.class).stream().map(Entry.Unsent::payload).toList();
      var ends = Stream.concat(written.stream(), lost.stream()).map(ReconnectTest::name).toList();
      assertThat(ends.stream().filter(name -> !name.equals("c")))
          .containsExactlyInAnyOrderElementsOf(names());
      assertThat(
              Stream.concat(written.stream(), lost.stream())
                  .filter(one -> name(one).equals("c"))
                  .mapToLong(Bytes::size)
                  .sum())
          .isEqualTo(1_500_000);
      assertThat(outcome.unsent()).isEqualTo(lost.size());
      assertThat(outcome.steps().stream().filter(one -> one.label().startsWith("send")).count())
          .isEqualTo(26);
      assertThat(all(Entry.Retry.class)).isNotEmpty();
    }
  }

  private static String name(Bytes payload) {
    var text = payload.slice(0, Math.min(6, payload.size())).toText();
    return text.startsWith("c") ? "c" : text.split(" ", 2)[0];
  }

  private static List<String> names() {
    var names = new ArrayList<>(List.of("last"));
    IntStream.range(0, 12).forEach(i -> names.addAll(List.of("a" + i, "b" + i)));
    return names;
  }
}
