package parley.runner.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import parley.engine.plan.FileAccess;
import parley.engine.session.Report;
import parley.model.collection.Position;
import parley.model.collection.Source;
import parley.model.connection.ConnectSpec;
import parley.model.connection.KeepAlive;
import parley.model.connection.WsUrl;
import parley.protocol.endpoint.CloseCode;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.Bytes;
import parley.runner.fixture.Deadline;
import parley.runner.fixture.LoopbackServer;
import parley.transport.connect.Connector;

/** What a session asks for is done, and the answers come one at a time. */
@Timeout(60)
class LiveSessionTest {

  private static final SessionWatcher NOBODY =
      new SessionWatcher() {
        @Override
        public Detail detail() {
          return Detail.NONE;
        }
      };
  private static final Outgoing HUGE = Outgoing.binary(Bytes.of(new byte[32 << 20]));
  private static final Source CAT = new Source("cat.txt", new Position(Path.of("a.yaml"), 1, 1));

  private final Connector connector = new Connector();
  private final Script script = new Script();

  @AfterEach
  void close() {
    connector.close();
  }

  private LiveSession live(FileAccess files) {
    return new LiveSession(connector, script, files, NOBODY);
  }

  private LiveSession begin() {
    var session = live(FileAccess.NONE);
    session.begin();
    return session;
  }

  private static ConnectSpec spec(WsUrl url) {
    return ConnectSpec.to(url).build();
  }

  private Script opening(LoopbackServer server) {
    return script.when("begin", out -> out.open(0, "", spec(server.url())));
  }

  @Test
  void anOpenConnectionIsAnAttempt() throws Exception {
    try (var server = LoopbackServer.silent()) {
      opening(server);
      begin();
      assertThat(script.await("attempted")).isEqualTo("attempted 0 open");
    }
  }

  @Test
  void aRefusedConnectionIsAnAttempt() throws IOException {
    var url = closedPort();
    script.when("begin", out -> out.open(0, "", spec(url)));
    begin();
    assertThat(script.await("attempted")).isEqualTo("attempted 0 failed TCP CONNECTION_REFUSED");
  }

  private static WsUrl closedPort() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new WsUrl(false, "127.0.0.1", taken.getLocalPort(), "/");
    }
  }

  @Test
  void aRefusedHandshakeComesWithItsBody() throws Exception {
    try (var server = LoopbackServer.silent()) {
      script.when("begin", out -> out.open(3, "bob", spec(server.url("/refused"))));
      begin();
      assertThat(script.await("attempted")).isEqualTo("attempted 3 rejected 401 log in first");
    }
  }

  @Test
  void messagesAreNumberedOverAllConnections() throws Exception {
    try (var server = LoopbackServer.echo()) {
      opening(server)
          .when("attempted 0", out -> out.open(1, "bob", spec(server.url())))
          .when("attempted 1", out -> out.send(0, Outgoing.text("a"), 1))
          .when("message 0", out -> out.send(1, Outgoing.text("b"), 2))
          .when("message 1", out -> out.send(0, Outgoing.text("c"), 3));
      begin();
      assertThat(script.await("message")).isEqualTo("message 0 #1 text a");
      assertThat(script.await("message")).isEqualTo("message 1 #2 text b");
      assertThat(script.await("message")).isEqualTo("message 0 #3 text c");
    }
  }

  @Test
  void somethingIsWrittenWhenItsLastByteIs() throws Exception {
    try (var server = LoopbackServer.silent()) {
      opening(server).when("command", out -> out.send(0, HUGE, 7)).when("cancel", _ -> {});
      var session = begin();
      server.connection().pauseReading();
      script.await("attempted");
      session.command(List.of());
      session.cancel("afterwards");
      script.await("cancel");
      assertThat(script.seen()).doesNotContain("written 7");
    }
  }

  @Test
  void somethingIsWrittenOnceTheServerReads() throws Exception {
    try (var server = LoopbackServer.silent()) {
      opening(server).when("command", out -> out.send(0, Outgoing.text("hello"), 7));
      var session = begin();
      script.await("attempted");
      session.command(List.of());
      assertThat(script.await("written")).isEqualTo("written 7");
      assertThat(server.message()).isEqualTo("hello");
    }
  }

  @Test
  void somethingIsUnsentWhenTheServerResets() throws Exception {
    try (var server = LoopbackServer.silent()) {
      opening(server).when("command", out -> out.send(0, HUGE, 7));
      var session = begin();
      var theirs = server.connection();
      theirs.pauseReading();
      script.await("attempted");
      session.command(List.of());
      session.cancel("only to know that the command was handled");
      script.await("cancel");
      theirs.abort();
      assertThat(script.await("unsent"))
          .isEqualTo("unsent 7 the connection ended before all of it was written");
      if (!script.seen().contains("ended 0 RESET 1006")) {
        assertThat(script.await("ended")).isEqualTo("ended 0 RESET 1006");
      }
    }
  }

  @Test
  void nothingIsSentOnAConnectionThatIsNotOpen() throws Exception {
    try (var server = LoopbackServer.silent()) {
      script.when(
          "begin",
          out -> {
            out.send(9, Outgoing.text("a"), 1);
            out.open(0, "", spec(server.url()));
            out.send(0, Outgoing.text("b"), 2);
          });
      begin();
      script.await("attempted 0 open");
      assertThat(script.seen())
          .contains("unsent 1 the connection is not open", "unsent 2 the connection is not open");
    }
  }

  @Test
  void nothingIsSentBehindAClose() throws Exception {
    try (var server = LoopbackServer.silent()) {
      opening(server)
          .when(
              "attempted",
              out -> {
                out.send(0, Outgoing.close(CloseStatus.of(CloseCode.NORMAL)), 1);
                out.send(0, Outgoing.text("late"), 2);
              })
          .when("ended", out -> out.send(0, Outgoing.text("later"), 3));
      begin();
      script.await("unsent 3 the connection had ended");
      assertThat(script.seen())
          .contains("written 1", "unsent 2 the close had begun", "ended 0 CLOSE_HANDSHAKE 1000");
    }
  }

  @Test
  void onlyThePongsOfItsOwnPingsComeToTheSession() throws Exception {
    try (var server = LoopbackServer.silent()) {
      var busy = new KeepAlive(Duration.ofMillis(1), Duration.ofSeconds(10));
      var spec = ConnectSpec.to(server.url()).keepAlive(busy).build();
      script
          .when("begin", out -> out.open(0, "", spec))
          .when("attempted", out -> out.send(0, new Outgoing.Ping(Bytes.utf8("a")), 1))
          .when("pong 0 a", out -> out.wake(0))
          .when("tick", out -> out.send(0, new Outgoing.Ping(Bytes.utf8("b")), 2));
      begin();
      assertThat(script.await("pong")).isEqualTo("pong 0 a true");
      assertThat(script.await("pong")).isEqualTo("pong 0 b true");
    }
  }

  @Test
  void anAbortResetsTheConnection() throws Exception {
    try (var server = LoopbackServer.silent()) {
      opening(server).when("attempted", out -> out.abort(0));
      begin();
      assertThat(script.await("ended")).isEqualTo("ended 0 ABORT 1006");
      var closure = Deadline.get(server.connection().closure());
      assertThat(closure.code()).isEqualTo(CloseCode.ABNORMAL);
    }
  }

  @Test
  void anAttemptThatIsGivenUpIsNotAnswered() throws Exception {
    try (var mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      var url = new WsUrl(false, "127.0.0.1", mute.getLocalPort(), "/");
      script.when("begin", out -> out.open(0, "", spec(url))).when("command", out -> out.abort(0));
      var session = begin();
      try (var client = mute.accept()) {
        assertThat(client.getInputStream().read()).isEqualTo('G');
        session.command(List.of());
        assertThat(readToItsEnd(client)).isTrue();
      }
      session.cancel("afterwards");
      script.await("cancel");
      assertThat(script.seen()).containsExactly("begin", "command 0", "cancel afterwards");
    }
  }

  /** Whether the client's end comes, be it a reset. */
  private static boolean readToItsEnd(Socket client) throws IOException {
    try {
      client.setSoTimeout(10_000);
      return client.getInputStream().readAllBytes().length > 0;
    } catch (SocketTimeoutException late) {
      return false;
    } catch (SocketException reset) {
      return true;
    }
  }

  @Test
  void anAbortOfNothingDoesNothing() {
    script.when("begin", out -> out.abort(4));
    begin();
    script.await("begin");
    assertThat(script.rest()).isEmpty();
  }

  @Test
  void aConnectionIsOpenedAnewUnderItsNumber() throws Exception {
    try (var server = LoopbackServer.doing((connection, _) -> connection.abort())) {
      opening(server)
          .when("attempted", out -> out.send(0, Outgoing.text("end"), 1))
          .when("ended", out -> out.open(0, "", spec(server.url())));
      begin();
      script.await("ended 0");
      script.await("attempted 0 open");
    }
  }

  @Test
  void filesAreReadOnAnotherThread() {
    var gate = new CompletableFuture<Bytes>();
    script
        .when("begin", out -> out.load(5, CAT))
        .when("command", _ -> gate.complete(Bytes.utf8("meow")));
    var session = live(new Waiting(gate));
    session.begin();
    session.command(List.of());
    assertThat(script.await("loaded")).isEqualTo("loaded 5 meow");
    assertThat(script.seen()).containsExactly("begin", "command 0", "loaded 5 meow");
  }

  @Test
  void aFileThatCannotBeReadIsAnAnswerToo() {
    script.when("begin", out -> out.load(5, CAT));
    begin();
    assertThat(script.await("not")).isEqualTo("not loaded 5 there are no files here");
  }

  @Test
  void aFaultWhileReadingEndsTheSession() {
    script.when("begin", out -> out.load(5, CAT));
    var fault = new IllegalStateException("a fault");
    var session = live(new Waiting(CompletableFuture.failedFuture(fault)));
    session.begin();
    assertThat(Deadline.failure(session.done())).isSameAs(fault);
  }

  /** Files that take their time. */
  private record Waiting(CompletableFuture<Bytes> content) implements FileAccess {
    @Override
    public Location locate(Source path) {
      return new Location.At(Path.of(path.text()));
    }

    @Override
    public Content read(Source path) {
      return new Content.Read(content.join());
    }
  }

  @Test
  void theLatestTimeAskedForCounts() {
    script.when(
        "begin",
        out -> {
          out.wake(1);
          out.wake(Long.MAX_VALUE);
        });
    script.when("command", out -> out.wake(Duration.ofMillis(1).toNanos()));
    var session = begin();
    session.cancel("before the time");
    session.command(List.of());
    script.await("tick");
    assertThat(script.seen())
        .containsExactly("begin", "cancel before the time", "command 0", "tick");
  }

  @Test
  void aTimeInThePastComesBehindWhatGoesOn() {
    script.when(
        "begin",
        out -> {
          out.wake(0);
          out.send(9, Outgoing.text("x"), 1);
        });
    begin();
    script.await("tick");
    assertThat(script.seen())
        .containsExactly("begin", "unsent 1 the connection is not open", "tick");
  }

  @Test
  void theSameTimeAskedForAgainComesOnce() {
    var later = Duration.ofMillis(2).toNanos();
    script.when(
        "begin",
        out -> {
          out.wake(later);
          out.wake(later);
        });
    var session = begin();
    script.await("tick");
    session.cancel("afterwards");
    script.await("cancel");
    assertThat(script.seen()).containsExactly("begin", "tick", "cancel afterwards");
  }

  @Test
  void aSessionThatIsDoneHearsNothingMore() throws Exception {
    try (var server = LoopbackServer.silent()) {
      opening(server).when("attempted", Script::finish);
      var session = begin();
      assertThat(Deadline.get(session.done())).isSameAs(Script.OUTCOME);
      session.command(List.of());
      var behind = new CompletableFuture<Void>();
      connector.execute(() -> behind.complete(null));
      Deadline.get(behind);
      script.await("attempted");
      assertThat(script.rest()).isEmpty();
    }
  }

  @Test
  void aFaultOfTheSessionResetsWhatIsOpen() throws Exception {
    try (var server = LoopbackServer.silent()) {
      opening(server)
          .when(
              "attempted",
              _ -> {
                throw new IllegalStateException("a fault");
              });
      var session = begin();
      assertThat(Deadline.failure(session.done())).hasMessage("a fault");
      assertThat(Deadline.get(server.connection().closure()).isClean()).isFalse();
    }
  }

  @Test
  void aFaultOfTheWatcherIsNotSwallowed() {
    var watcher =
        new SessionWatcher() {
          @Override
          public void report(Report report) {
            throw new IllegalStateException("the watcher's");
          }
        };
    script.when("begin", out -> out.report(new Report.Notice("hello")));
    var session = new LiveSession(connector, script, FileAccess.NONE, watcher);
    session.begin();
    assertThat(Deadline.failure(session.done())).hasMessage("the watcher's");
  }

  @Test
  void roomsAreForMocks() {
    script.when("begin", out -> out.join("a"));
    assertThat(Deadline.failure(begin().done())).hasMessageContaining("only a mock has");
  }

  @Test
  void anAbandonedSessionResetsWhatIsOpen() throws Exception {
    try (var server = LoopbackServer.silent()) {
      opening(server);
      var session = begin();
      script.await("attempted");
      session.abandon();
      assertThat(Deadline.abandoned(session.done())).isTrue();
      assertThat(Deadline.get(server.connection().closure()).isClean()).isFalse();
    }
  }

  @Test
  void aClosedConnectorBeginsNothing() {
    connector.close();
    assertThat(Deadline.failure(begin().done()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the connector is closed");
  }
}
