package parley.workbench.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.model.connection.Attempt;
import parley.model.value.Value;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.Bytes;
import parley.workbench.call.Answer;
import parley.workbench.call.Calls;
import parley.workbench.call.Json;
import parley.workbench.call.Pages;

/** A page that was let in and calls in ways that ours never does. */
@Timeout(60)
class HostilePageTest {

  private final Pages pages = new Pages();
  private final CountDownLatch open = new CountDownLatch(1);
  private WorkbenchServer server;
  private Visitor visitor;

  @BeforeEach
  void open() throws IOException {
    var calls =
        new Calls()
            .add("echo.text", (with, _) -> Answer.of(Json.object().put("text", with.text("text"))))
            .add("wait.gate", (_, _) -> waited())
            .add(
                "fault.now",
                (_, _) -> {
                  Thread.currentThread().setUncaughtExceptionHandler((_, _) -> {});
                  throw new IllegalStateException("a fault of the test's own");
                });
    var address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
    server = WorkbenchServer.open(address, calls, pages, new Downloads());
    visitor = new Visitor(server.url());
  }

  private Answer waited() {
    try {
      var _ = open.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Answer.DONE;
  }

  @AfterEach
  void close() {
    open.countDown();
    visitor.close();
    server.close();
  }

  private static String echo(long id, String text) {
    return "{\"id\":%d,\"call\":\"echo.text\",\"with\":{\"text\":\"%s\"}}".formatted(id, text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "7",
        "\"echo.text\"",
        "{}",
        "{\"id\":1}",
        "{\"id\":\"1\",\"call\":\"echo.text\",\"with\":{}}",
        "{\"id\":1.5,\"call\":\"echo.text\",\"with\":{}}",
        "{\"id\":1e99,\"call\":\"echo.text\",\"with\":{}}",
        "{\"id\":1,\"call\":7,\"with\":{}}",
        "{\"id\":1,\"call\":\"echo.text\",\"with\":[]}",
        "{\"id\":1,\"call\":\"echo.text\"}"
      })
  void whatIsNoCallEndsTheConnection(String message) throws Exception {
    var heard = visitor.open();
    heard.connection().post(Outgoing.text(message));
    assertThat(heard.closeCode()).isEqualTo(1008);
    assertThat(visitor.open().connection().isOpen()).isTrue();
  }

  @Test
  void bytesAreNoCall() throws Exception {
    var heard = visitor.open();
    heard.connection().post(Outgoing.binary(Bytes.utf8(echo(1, "a"))));
    assertThat(heard.closeCode()).isEqualTo(1008);
  }

  @Test
  void nestingWithoutEndIsNoCall() throws Exception {
    var heard = visitor.open();
    heard
        .connection()
        .post(Outgoing.text("{\"id\":1,\"call\":\"x\",\"with\":" + "[".repeat(100_000)));
    assertThat(heard.closeCode()).isEqualTo(1008);
  }

  @Test
  void anUnknownCallIsRefusedAndTheNextOneDone() throws Exception {
    var heard = visitor.open();
    heard.connection().post(Outgoing.text("{\"id\":1,\"call\":\"toString\",\"with\":{}}"));
    assertThat(heard.next()).contains("\"id\":1", "\"error\"", "bad-call");
    heard.connection().post(Outgoing.text(echo(2, "a")));
    assertThat(heard.next()).isEqualTo("{\"id\":2,\"result\":{\"text\":\"a\"}}");
  }

  @Test
  void aCallWithoutWhatItNeedsIsRefused() throws Exception {
    var heard = visitor.open();
    heard.connection().post(Outgoing.text("{\"id\":1,\"call\":\"echo.text\",\"with\":{}}"));
    assertThat(heard.next()).contains("bad-call", "`text` is missing");
  }

  @Test
  void aFaultOfOursIsToldAndGoesNoFurther() throws Exception {
    var heard = visitor.open();
    heard.connection().post(Outgoing.text("{\"id\":1,\"call\":\"fault.now\",\"with\":{}}"));
    assertThat(heard.next()).contains("\"code\":\"broken\"");
    heard.connection().post(Outgoing.text(echo(2, "a")));
    assertThat(heard.next()).contains("\"id\":2");
  }

  @Test
  void aMessageAboveTheLimitEndsTheConnection() throws Exception {
    var heard = visitor.open();
    heard.connection().post(Outgoing.text("x".repeat((64 << 20) + 1)));
    assertThat(heard.closeCode()).isIn(1009, 1006);
    assertThat(visitor.open().connection().isOpen()).isTrue();
  }

  @Test
  void aFloodWaitsAndIsAnsweredInOrder() throws Exception {
    var count = 20_000;
    var text = "x".repeat(1000);
    var heard = visitor.open();
    heard.connection().pauseReading();
    for (var id = 1; id <= count; id++) {
      heard.connection().post(Outgoing.text(echo(id, text)));
    }
    try (var other = new Visitor(server.url())) {
      var quiet = other.open();
      quiet.connection().post(Outgoing.text(echo(7, "still here")));
      assertThat(quiet.next()).contains("still here");
    }
    heard.connection().resumeReading();
    for (var id = 1; id <= count; id++) {
      assertThat(heard.next()).startsWith("{\"id\":" + id + ",");
    }
  }

  @Test
  void callsThatTakeLongKeepThePageFromCallingOn() throws Exception {
    var heard = visitor.open();
    var call =
        "{\"id\":1,\"call\":\"wait.gate\",\"with\":{\"pad\":\"%s\"}}".formatted("x".repeat(10_000));
    var last = heard.connection().send(Outgoing.text(call));
    for (var id = 2; id <= 2_000; id++) {
      last = heard.connection().send(Outgoing.text(call));
    }
    try (var other = new Visitor(server.url())) {
      var quiet = other.open();
      for (var id = 1; id <= 100; id++) {
        quiet.connection().post(Outgoing.text(echo(id, "still here")));
        assertThat(quiet.next()).contains("still here");
      }
    }
    assertThat(last).isNotDone();
    open.countDown();
    for (var id = 1; id <= 2_000; id++) {
      assertThat(heard.next()).contains("result");
    }
  }

  @Test
  void aPageThatTakesNoEventsIsCutOff() throws Exception {
    var heard = visitor.open();
    heard.connection().post(Outgoing.text(echo(1, "here")));
    var _ = heard.next();
    heard.connection().pauseReading();
    var data = Value.of("x".repeat(1 << 20));
    for (var count = 0; count < 100; count++) {
      pages.tell("notice", data);
    }
    heard.connection().resumeReading();
    assertThat(heard.closeCode()).isEqualTo(1006);
  }

  @Test
  void pagesAboveTheLimitAreRefusedAndTheOthersGoOn() throws Exception {
    var first = visitor.open();
    var pass = visitor.enter();
    var headers = visitor.headers();
    var refused = 0;
    for (var count = 0; count < 300; count++) {
      var attempt = visitor.connect("/api", headers, "parley", pass.key());
      refused += attempt instanceof Attempt.Rejected ? 1 : 0;
    }
    assertThat(refused).isGreaterThan(40);
    first.connection().post(Outgoing.text(echo(1, "a")));
    assertThat(first.next()).contains("\"id\":1");
  }
}
