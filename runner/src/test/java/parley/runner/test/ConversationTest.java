package parley.runner.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parley.engine.session.Report;
import parley.model.outcome.Numbered;
import parley.model.outcome.Result;
import parley.model.outcome.TestOutcome;
import parley.model.transcript.Entry;
import parley.model.value.Value;
import parley.protocol.endpoint.CloseCode;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Outgoing;
import parley.runner.fixture.CollectionFolder;
import parley.runner.fixture.LoopbackServer;
import parley.transport.listen.ServerIdentity;

/** Whole conversations with a server on loopback. */
@Timeout(60)
class ConversationTest {

  @TempDir private Path folder;
  private final List<Report> reports = new ArrayList<>();
  private Consumer<Report> reacting = _ -> {};

  private final TestWatcher watcher =
      new TestWatcher() {
        @Override
        public void report(TestCase test, String row, Report report) {
          reports.add(report);
          reacting.accept(report);
        }
      };

  private CollectionFolder collection() {
    return new CollectionFolder(folder);
  }

  private TestOutcome run(String url, String yaml) throws IOException {
    var test = collection().test("talk", yaml, Map.of("url", Value.of(url)), List.of(Map.of()));
    var run = new TestRun(collection(), new TestRun.Options(1, false, 1), watcher);
    return run.run(List.of(test)).getFirst();
  }

  private TestOutcome run(LoopbackServer server, String yaml) throws IOException {
    return run(server.url().toString(), yaml);
  }

  private static void assertPassed(TestOutcome outcome) {
    assertThat(outcome.result()).as(outcome.outcome().toString()).isEqualTo(new Result.Passed());
  }

  @Test
  void aConversationGoesThroughItsSteps() throws Exception {
    try (var server = LoopbackServer.echo()) {
      var outcome =
          run(
              server,
              """
              url: "{{url}}"
              steps:
                - send: { json: { op: subscribe, id: 7 } }
                - receive:
                  where: { $.op: subscribe }
                  extract: { id: $.id }
                  assert: [ { $.id: 7 } ]
                - ping: hello
                - send: { text: "id {{id}}" }
                - receive:
                  assert: [ { text: id 7 } ]
                - close: { code: 1000, reason: done }
              """);
      assertPassed(outcome);
      assertThat(outcome.outcome().steps()).hasSize(6);
      assertThat(outcome.transcript().getLast().entry()).isInstanceOf(Entry.Closed.class);
    }
  }

  @Test
  void whatAReceiveTookIsFoundInTheTranscript() throws Exception {
    try (var server = LoopbackServer.echo()) {
      var outcome =
          run(
              server,
              """
              url: "{{url}}"
              connections: { bob: {} }
              steps:
                - send: { text: a }
                - receive:
                - send: { text: b }
                  on: bob
                - receive:
                  on: bob
              """);
      assertPassed(outcome);
      var took = outcome.outcome().steps().get(3).saw().orElseThrow().taken().getFirst();
      var message =
          outcome.transcript().stream()
              .filter(one -> one.number() == took)
              .findFirst()
              .orElseThrow();
      assertThat(message.connection()).isEqualTo("bob");
      assertThat(((Entry.Message) message.entry()).payload().toText()).isEqualTo("b");
      assertThat(outcome.transcript()).extracting(one -> one.number()).isSorted();
    }
  }

  @Test
  void noConnectionIsBroken() throws Exception {
    var outcome = run("ws://127.0.0.1:" + closedPort(), "{ url: '{{url}}', steps: [ { ping: } ] }");
    assertThat(outcome.result()).isInstanceOf(Result.Broken.class);
    assertThat(outcome.transcript())
        .extracting(Numbered::entry)
        .hasAtLeastOneElementOfType(Entry.Failed.class)
        .last()
        .isInstanceOf(Entry.Unsent.class);
    assertThat(outcome.outcome().unsent()).isOne();
  }

  private static int closedPort() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return taken.getLocalPort();
    }
  }

  @Test
  void aRefusedHandshakeFailsWithItsBodyInTheTranscript() throws Exception {
    try (var server = LoopbackServer.silent()) {
      var url = server.url("/refused").toString();
      var outcome = run(url, "{ url: '{{url}}', steps: [ { ping: } ] }");
      assertThat(outcome.result()).isInstanceOf(Result.Failed.class);
      var refused = (Entry.Refused) outcome.transcript().reversed().get(1).entry();
      assertThat(refused.attempt().body().toText()).isEqualTo("log in first");
    }
  }

  @Test
  void aRefusedHandshakeMayBeExpected() throws Exception {
    try (var server = LoopbackServer.silent()) {
      var url = server.url("/refused").toString();
      var outcome =
          run(
              url,
              """
              url: "{{url}}"
              steps:
                - connect:
                  expect: { status: 401, headers: { WWW-Authenticate: Bearer } }
              """);
      assertPassed(outcome);
    }
  }

  @Test
  void anAuthorityOfOnesOwnIsTrusted() throws Exception {
    var identity = ServerIdentity.forLocalhost();
    try (var server = LoopbackServer.echo(identity)) {
      collection().with("ca.pem", identity.toPem());
      var outcome =
          run(
              server,
              """
              url: "{{url}}"
              tls: { ca: ca.pem }
              steps: [ { send: { text: a } }, { receive: } ]
              """);
      assertPassed(outcome);
      assertThat(outcome.transcript()).anyMatch(one -> one.entry() instanceof Entry.Secured);
    }
  }

  @Test
  void anUnknownAuthorityBreaksTheConversation() throws Exception {
    try (var server = LoopbackServer.echo(ServerIdentity.forLocalhost())) {
      var outcome = run(server, "{ url: '{{url}}', steps: [ { ping: } ] }");
      assertThat(outcome.result()).isInstanceOf(Result.Broken.class);
    }
  }

  @Test
  void aFileIsStreamedInChunks() throws Exception {
    try (var server = LoopbackServer.echo()) {
      collection().with("speech.txt", "abcdefghij");
      var outcome =
          run(
              server,
              """
              url: "{{url}}"
              steps:
                - send: { file: speech.txt, as: text }
                  chunk: 4B
                  every: 1ms
                - receive:
                  take: 3
                  assert: [ "$[2] == 'ij'" ]
              """);
      assertPassed(outcome);
      assertThat(List.of(server.message(), server.message(), server.message()))
          .containsExactly("abcd", "efgh", "ij");
    }
  }

  @Test
  void aFileOutsideOfTheCollectionIsRefused() throws Exception {
    try (var server = LoopbackServer.echo()) {
      var outcome =
          run(
              server,
              """
              url: "{{url}}"
              variables: { up: .. }
              steps: [ { send: { file: "{{up}}/secret.txt" } } ]
              """);
      assertThat(outcome.result()).isInstanceOf(Result.Broken.class);
      assertThat(((Result.Broken) outcome.result()).text()).contains("leaves the collection");
    }
  }

  @Test
  void aLostConnectionIsOpenedAgainAndEachTryReported() throws Exception {
    var losses = new AtomicInteger();
    try (var server =
        LoopbackServer.doing((connection, message) -> {
          if (message.equals("a") && losses.incrementAndGet() <= 2) {
            connection.abort();
          } else {
            connection.post(Outgoing.text(message));
          }
        })) {
      var outcome =
          run(
              server,
              """
              url: "{{url}}"
              settings: { reconnect: { attempts: 5, backoff: 1ms..10s } }
              on-reconnect: [ { send: { text: a } } ]
              steps:
                - send: { text: a }
                - receive:
                  assert: [ { text: a } ]
              """);
      assertPassed(outcome);
      assertThat(reports).filteredOn(Report.Reconnecting.class::isInstance).hasSize(2);
      assertThat(reports)
          .filteredOn(Report.Opening.class::isInstance)
          .extracting(one -> ((Report.Opening) one).attempt())
          .containsExactly(0, 1, 2);
    }
  }

  /** The server counts on, but tells one number again after the loss. */
  @Test
  void whatIsToldTwiceAcrossAReconnectIsFound() throws Exception {
    try (var server =
        LoopbackServer.doing((connection, message) -> {
          if (message.equals("lose me")) {
            connection.abort();
          } else {
            var first = Integer.parseInt(message);
            connection.post(Outgoing.text("{\"seq\":" + first + "}"));
            connection.post(Outgoing.text("{\"seq\":" + (first + 1) + "}"));
          }
        })) {
      var outcome =
          run(
              server,
              """
              url: "{{url}}"
              settings: { reconnect: { attempts: 5, backoff: 1ms..4ms } }
              on-reconnect: [ { send: { text: 2 } } ]
              steps:
                - send: { text: 1 }
                - receive:
                  where: { $.seq: 2 }
                - send: { text: lose me }
                - receive:
                  where: { $.seq: 3 }
                - receive:
                  take: all
                  assert: [ { unique: $.seq, message: told twice } ]
              """);
      assertThat(outcome.result().why())
          .startsWith(
              "told twice: unique $.seq: expected each value once, found 2 in message 3 of 4");
    }
  }

  @Test
  void aRefusalThatWouldComeAgainEndsTheTries() throws Exception {
    try (var server = LoopbackServer.silent()) {
      reacting =
          report -> {
            if (report instanceof Report.StepBegan(_, var label, _, _, _)
                && label.startsWith("receive")) {
              server.refuseFromNowOn();
              server.connection().abort();
            }
          };
      var outcome =
          run(
              server,
              """
              url: "{{url}}"
              settings: { reconnect: { attempts: 3, backoff: 1ms..2ms } }
              steps: [ { send: { text: a } }, { receive: } ]
              """);
      assertThat(outcome.result().isGood()).isFalse();
      assertThat(reports)
          .filteredOn(Report.Reconnecting.class::isInstance)
          .extracting(one -> ((Report.Reconnecting) one).attempt())
          .containsExactly(1);
      assertThat(outcome.transcript())
          .filteredOn(one -> one.entry() instanceof Entry.Refused)
          .hasSize(1);
    }
  }

  @Test
  void theServersGoodbyeIsSeen() throws Exception {
    try (var server =
        LoopbackServer.doing(
            (connection, _) -> connection.close(CloseStatus.of(CloseCode.GOING_AWAY)))) {
      var outcome =
          run(
              server,
              """
              url: "{{url}}"
              steps: [ { send: { text: bye } }, { closed: { code: 1001, by: server } } ]
              """);
      assertPassed(outcome);
    }
  }

  @Test
  void aTestWithoutConnectionsPasses() throws Exception {
    var outcome = run("ws://127.0.0.1:1", "{ url: '{{url}}', steps: [ { check: [ 1 < 2 ] } ] }");
    assertPassed(outcome);
    assertThat(outcome.transcript()).isEmpty();
  }

  @Test
  void whatGoesOnInTheBackgroundIsAnswered() throws Exception {
    try (var server =
        LoopbackServer.doing((connection, message) ->
            connection.post(
                Outgoing.text(
                    message.equals("pong") ? "{\"done\":true}" : "{\"type\":\"ping\"}")))) {
      var outcome =
          run(
              server,
              """
              url: "{{url}}"
              on-message: [ { where: { $.type: ping }, steps: [ { send: { text: pong } } ] } ]
              steps:
                - send: { text: begin }
                - receive:
                  where: { $.done: true }
              """);
      assertPassed(outcome);
    }
  }

  @Test
  void aUrlWithOtherParametersIsAnotherConnection() throws Exception {
    try (var server = LoopbackServer.echo()) {
      var outcome =
          run(
              server,
              """
              url: "{{url}}"
              steps:
                - send: { text: a }
                  on: "{{url}}?user=bob"
                - receive:
                  on: "{{url}}?user=bob"
                - send: { text: b }
                - receive:
                  assert: [ { text: b } ]
              """);
      assertPassed(outcome);
      assertThat(reports).filteredOn(Report.Opening.class::isInstance).hasSize(2);
    }
  }
}
