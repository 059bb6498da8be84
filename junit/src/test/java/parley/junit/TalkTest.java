package parley.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static parley.junit.Parley.atLeast;
import static parley.junit.Parley.bytes;
import static parley.junit.Parley.check;
import static parley.junit.Parley.contains;
import static parley.junit.Parley.equalTo;
import static parley.junit.Parley.exists;
import static parley.junit.Parley.header;
import static parley.junit.Parley.isAbsent;
import static parley.junit.Parley.json;
import static parley.junit.Parley.saved;
import static parley.junit.Parley.subprotocol;
import static parley.junit.Parley.take;
import static parley.junit.Parley.text;
import static parley.junit.Parley.where;
import static parley.junit.Parley.within;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

/** Conversations written in Java, with the mock of the samples. */
@Timeout(60)
class TalkTest {

  private static final String MOCK = "src/test/parley/store.mock.yaml";
  private static final Duration SHORT = Duration.ofMillis(200);

  @Test
  void everyKindOfMessageGoesBothWays(@ParleyMock(MOCK) String url) {
    try (var talk =
        Parley.connect(url + "/orders", subprotocol("orders.v2"), header("X-Trace", "1"))) {
      talk.send(text("hello {{1 + 1}}"));
      assertThat(talk.receive(check("text", contains("2"))).text()).isEqualTo("hello 2");
      talk.send(json(List.of(1, true, "a")));
      assertThat(talk.receive().text("$[2]")).isEqualTo("a");
      talk.send(bytes((byte) 0x41, (byte) 0x42));
      assertThat(talk.receive().bytes()).containsExactly(0x41, 0x42);
      talk.ping();
      talk.absent(SHORT, where("$.type", exists()));
      talk.send(json(Map.of("op", "leave")));
      talk.closed(4001);
    }
  }

  @Test
  void whatDoesNotMatchStaysForLaterAndSeveralAreOneList(@ParleyMock(MOCK) URI url) {
    try (var talk = Parley.connect(url + "/orders")) {
      talk.send(json(Map.of("op", "subscribe", "id", 7)));
      assertThat(talk.receive(where("$.type", "state")).text("$.state")).isEqualTo("open");
      assertThat(talk.receive(where("$.id", 7), check("$.error", isAbsent())).number("$.seq"))
          .isEqualByComparingTo("4");
      talk.send(json(Map.of("op", "subscribe", "id", 8)));
      assertThat(talk.receive(take(2), check("$[0].seq", atLeast(4))).at("$[1].state"))
          .hasToString("Text[text=open]");
    }
  }

  private static Set<Thread> connectors() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("parley-connect"))
        .collect(Collectors.toSet());
  }

  @Test
  void aConnectionThatFailsLeavesNoThread(@ParleyMock(MOCK) StartedMock mock)
      throws InterruptedException {
    var port = mock.port();
    mock.close();
    var before = connectors();
    for (var i = 0; i < 3; i++) {
      assertThatThrownBy(() -> Parley.connect("ws://127.0.0.1:" + port))
          .isInstanceOf(BrokenConversation.class);
    }
    for (var thread : connectors()) {
      if (!before.contains(thread)) {
        // It has said goodbye, and may not quite be gone.
        assertThat(thread.join(Duration.ofSeconds(10))).as(thread.getName()).isTrue();
      }
    }
  }

  @Test
  void aFileThatIsWrongLeavesNoMock(@TempDir Path folder) throws IOException {
    var port = 0;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Files.createDirectories(folder.resolve("environments"));
    Files.writeString(folder.resolve("parley.yaml"), "name: Wrong\n");
    Files.writeString(folder.resolve("environments/local.yaml"), "mock: ../echo.mock.yaml\n");
    var mock = folder.resolve("echo.mock.yaml");
    Files.writeString(
        mock, "listen: { port: %d }\npaths: { /: { on-message: [] } }\n".formatted(port));
    var file = folder.resolve("wrong.ws.yaml");
    Files.writeString(file, "url: \"{{mock.url}}\"\nsteps: [ { sendd: a } ]\n");
    assertThatThrownBy(() -> Parley.open(file)).hasMessageContaining("sendd");
    new ServerSocket(port).close();
    Files.writeString(file, "url: \"{{mock.url}}\"\n");
    Files.writeString(mock, "listn: { port: 0 }\n");
    assertThatThrownBy(() -> Parley.open(file))
        .isInstanceOf(BrokenConversation.class)
        .hasMessageContaining("listn");
  }

  @Test
  void aFailureShowsWhatWasExpectedAndTheMessages(@ParleyMock(MOCK) StartedMock mock) {
    try (var talk = Parley.connect(mock.url() + "/orders")) {
      talk.send(json(Map.of("op", "buy", "what", "tea")));
      assertThatThrownBy(() ->
              talk.receive(check("$.what", equalTo("coffee")), check("$.price", equalTo(12.5))))
          .isInstanceOfSatisfying(
              AssertionFailedError.class,
              failed -> {
                assertThat(failed.getExpected().getStringRepresentation()).isEqualTo("\"coffee\"");
                assertThat(failed.getActual().getStringRepresentation()).isEqualTo("\"tea\"");
                assertThat(failed)
                    .hasMessageContaining("$.what: expected equals \"coffee\", found \"tea\"")
                    .hasMessageContaining("↓ {\"type\":\"bought\"");
              });
      assertThatThrownBy(() -> talk.receive(within(SHORT)))
          .isInstanceOf(AssertionFailedError.class);
    }
  }

  @Test
  void whatCannotBeDoneIsNoFailedAssertion(@ParleyMock(MOCK) StartedMock mock) {
    var port = mock.port();
    mock.close();
    assertThatThrownBy(() -> Parley.connect("ws://127.0.0.1:" + port))
        .isInstanceOf(BrokenConversation.class);
    assertThatThrownBy(() -> Parley.open(Path.of("src/test/parley/none.ws.yaml")))
        .isInstanceOf(BrokenConversation.class)
        .hasMessageContaining("none.ws.yaml");
    try (var talk = Parley.open(Path.of("src/test/parley/orders/subscribe.ws.yaml"))) {
      assertThatThrownBy(() -> talk.send(saved("subscrib")))
          .isInstanceOf(BrokenConversation.class)
          .hasMessageContaining("did you mean");
      assertThatThrownBy(() -> talk.on("bob")).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
