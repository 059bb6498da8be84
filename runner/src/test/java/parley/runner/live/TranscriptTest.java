package parley.runner.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import parley.engine.plan.FileAccess;
import parley.model.connection.ConnectSpec;
import parley.model.outcome.Numbered;
import parley.model.transcript.Entry;
import parley.protocol.endpoint.CloseCode;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.Bytes;
import parley.runner.fixture.Deadline;
import parley.runner.fixture.LoopbackServer;
import parley.transport.connect.Connector;

/** What a watcher sees of a session's connections. */
@Timeout(60)
class TranscriptTest {

  private final Connector connector = new Connector();
  private final Script script = new Script();
  private final BlockingQueue<Numbered> entries = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    connector.close();
  }

  private void begin(SessionWatcher.Detail detail) {
    var watcher =
        new SessionWatcher() {
          @Override
          public Detail detail() {
            return detail;
          }

          @Override
          public void entry(Numbered entry) {
            entries.add(entry);
          }
        };
    new LiveSession(connector, script, FileAccess.NONE, watcher).begin();
  }

  private Script conversation(LoopbackServer server) {
    return script
        .when("begin", out -> out.open(0, "bob", ConnectSpec.to(server.url()).build()))
        .when("attempted", out -> out.send(0, new Outgoing.Ping(Bytes.utf8("p")), 1))
        .when("pong", out -> out.send(0, Outgoing.text("hello"), 2))
        .when("message", out -> out.send(0, Outgoing.close(CloseStatus.of(CloseCode.NORMAL)), 3));
  }

  private List<String> kinds() {
    return entries.stream().map(line -> line.entry().getClass().getSimpleName()).toList();
  }

  @Test
  void itTellsAConnectionFromTheFirstPhaseToTheEnd() throws Exception {
    try (var server = LoopbackServer.echo()) {
      conversation(server);
      begin(SessionWatcher.Detail.MESSAGES);
      script.await("ended");
      assertThat(kinds())
          .containsExactly(
              "Phase",
              "Tried",
              "HandshakeSent",
              "HandshakeReceived",
              "Opened",
              "Ping",
              "Pong",
              "Message",
              "Message",
              "Close",
              "Close",
              "Closed");
      assertThat(entries).extracting(Numbered::number).containsExactlyElementsOf(upTo(12));
      assertThat(entries).extracting(Numbered::connection).containsOnly("bob");
    }
  }

  private static List<Long> upTo(long last) {
    return java.util.stream.LongStream.rangeClosed(1, last).boxed().toList();
  }

  @Test
  void aMessageHasTheNumberOfItsEntry() throws Exception {
    try (var server = LoopbackServer.echo()) {
      conversation(server);
      begin(SessionWatcher.Detail.FRAMES);
      var line = script.await("message");
      var messages = entries.stream().filter(entry -> entry.entry() instanceof Entry.Message);
      var last = messages.toList().getLast();
      assertThat(line).isEqualTo("message 0 #" + last.number() + " text hello");
      assertThat(kinds()).contains("Frame");
    }
  }

  @Test
  void whoWantsNothingGetsNothing() throws Exception {
    try (var server = LoopbackServer.echo()) {
      conversation(server);
      begin(SessionWatcher.Detail.NONE);
      script.await("ended");
      assertThat(entries).isEmpty();
    }
  }

  @Test
  void aRefusalAndAFailureAreEntriesToo() throws Exception {
    try (var server = LoopbackServer.silent()) {
      var url = server.url("/refused");
      script.when("begin", out -> out.open(0, "", ConnectSpec.to(url).build()));
      begin(SessionWatcher.Detail.MESSAGES);
      script.await("attempted");
      assertThat(kinds()).last().isEqualTo("Refused");
    }
  }

  @Test
  void aFaultOfTheWatcherEndsTheSession() throws Exception {
    try (var server = LoopbackServer.silent()) {
      script.when("begin", out -> out.open(0, "", ConnectSpec.to(server.url()).build()));
      var watcher =
          new SessionWatcher() {
            @Override
            public void entry(Numbered entry) {
              throw new IllegalStateException("the watcher's");
            }
          };
      var session = new LiveSession(connector, script, FileAccess.NONE, watcher);
      session.begin();
      assertThat(Deadline.failure(session.done())).hasMessage("the watcher's");
    }
  }
}
