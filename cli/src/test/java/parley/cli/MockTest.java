package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.cli.shell.ExitCode;
import parley.cli.shell.Shell;

/** {@code parley mock} as a person at the terminal sees it. */
class MockTest {

  private static final String SHOP =
      """
      variables: { greeting: hello }
      paths:
        /orders/{shop}:
          reject: [ { when: request.params.user == '', status: 401, body: { text: who are you? } } ]
          on-message:
            - where: { $.op: ping }
              steps: [ { send: { json: { op: pong, shop: "{{path.shop}}", text: "{{greeting}}" } } } ]
            - where: { $.op: token }
              steps: [ { send: { text: "{{default(env.TOKEN, 'none')}}" } } ]
            - where: { $.op: wrong }
              steps: [ { check: [ 1 > 2 ] } ]
      """;

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void writeMock() throws IOException {
    file = folder.resolve("shop.mock.yaml");
    Files.writeString(file, SHOP);
  }

  /** {@code parley mock} in this process, until it is closed as by Ctrl+C. */
  private static final class Service implements AutoCloseable {

    private final CompletableFuture<Runnable> interruption = new CompletableFuture<>();
    private final Growing out = new Growing();
    private final Growing err = new Growing();
    private final Thread thread;
    final String url;

    Service(Path place, String... options) {
      var arguments = new ArrayList<>(List.of("mock", "--port", "0", place.toString()));
      arguments.addAll(List.of(options));
      var shell =
          new Shell(
              InputStream.nullInputStream(),
              out,
              err,
              Shell.Terminals.NONE,
              Map.of(),
              Path.of("target"),
              interruption::complete);
      thread = Thread.ofPlatform().start(() -> Program.run(arguments, shell));
      url = out.await("\n").lines().findFirst().orElseThrow();
    }

    String out() {
      return out.await("/orders/{shop}\n");
    }

    @Override
    public void close() {
      interruption.orTimeout(10, TimeUnit.SECONDS).join().run();
      try {
        assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** What is written, as it grows. */
  private static final class Growing extends ByteArrayOutputStream {

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
      super.write(bytes, from, length);
      notifyAll();
    }

    /** All there is, once {@code part} is in it. */
    synchronized String await(String part) {
      var deadlineNanos = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      try {
        while (!text().contains(part)) {
          var leftMillis = (deadlineNanos - System.nanoTime()) / 1_000_000;
          assertThat(leftMillis).as("no '%s' in: %s", part, text()).isPositive();
          wait(leftMillis);
        }
      } catch (InterruptedException ended) {
        throw new AssertionError(ended);
      }
      return text();
    }

    private String text() {
      return toString(StandardCharsets.UTF_8);
    }
  }

  private static String ask(Service service, String text) {
    return Run.of("-1", "-d", text, service.url + "/orders/main?user=ann").out();
  }

  private static String ping(Service service) {
    return ask(service, "{\"op\":\"ping\"}");
  }

  private static String pong(String text) {
    return "{\"op\":\"pong\",\"shop\":\"main\",\"text\":\"" + text + "\"}\n";
  }

  @Test
  void theFirstLineIsTheUrlAndThePathsFollow() {
    try (var service = new Service(file)) {
      assertThat(service.url).matches("ws://127\\.0\\.0\\.1:\\d+");
      assertThat(service.out()).isEqualTo(service.url + "\n  /orders/{shop}\n");
      assertThat(ping(service)).isEqualTo(pong("hello"));
    }
  }

  @Test
  void itShowsWhatHappens() {
    try (var service = new Service(file, "-v")) {
      ping(service);
      Run.of(service.url + "/orders/main");
      service.err.await("#1 ● 127.0.0.1:");
      service.err.await("asks for /orders/main?user=ann");
      service.err.await("#1 ↓ {\"op\":\"ping\"}");
      service.err.await("#1 ↑ " + pong("hello").strip());
      service.err.await("#2 ✗ refused with 401 Unauthorized");
    }
  }

  @Test
  void aRefusalIsSeenByTheClient() {
    try (var service = new Service(file)) {
      var run = Run.of(service.url + "/orders/main");
      assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
      assertThat(run.err()).contains("401", "who are you?");
    }
  }

  @Test
  void aStepThatFailsIsShownWithItsPlace() {
    try (var service = new Service(file, "-q")) {
      Run.of("-m", "1s", "-d", "{\"op\":\"wrong\"}", service.url + "/orders/a?user=ann");
      service.err.await("shop.mock.yaml:");
    }
  }

  @Test
  void aFolderWithOneMockStandsForIt() {
    try (var service = new Service(folder)) {
      assertThat(ping(service)).isEqualTo(pong("hello"));
    }
  }

  @Test
  void aFolderWithSeveralDoesNot() throws IOException {
    Files.writeString(folder.resolve("other.mock.yaml"), SHOP);
    var run = Run.of("mock", folder.toString());
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("2 mocks", "other.mock.yaml", "shop.mock.yaml");
  }

  @Test
  void whatIsNoMockIsToldSo() throws IOException {
    var conversation = Files.writeString(folder.resolve("a.ws.yaml"), "url: ws://a.example\n");
    assertThat(Run.of("mock", conversation.toString()).err()).contains("is no mock", ".mock.yaml");
    assertThat(Run.of("mock", folder.resolve("shop.yaml").toString()).code())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void problemsAreShownWithTheirLines() throws IOException {
    Files.writeString(
        file, "paths:\n  orders: { on-connect: [ { send: { text: \"{{x}}\" } } ] }\n");
    var run = Run.of("mock", file.toString());
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err())
        .contains("shop.mock.yaml:2:3: error: found the path `orders`", "write `/orders`")
        .contains("2 |   orders:", "expected the name of a variable", "2 problems in 1 file");
  }

  @Test
  void aChangeOfTheFileCountsForNewConnections() throws IOException {
    try (var service = new Service(file)) {
      assertThat(ping(service)).isEqualTo(pong("hello"));
      Files.writeString(file, SHOP.replace("hello", "good evening"));
      service.err.await("new connections follow it");
      assertThat(ping(service)).isEqualTo(pong("good evening"));
    }
  }

  @Test
  void aFileThatTakesThePlaceOfTheOldOneIsAChangeToo() throws IOException {
    try (var service = new Service(file)) {
      var fresh = Files.writeString(folder.resolve("fresh"), SHOP.replace("hello", "hallo"));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      service.err.await("new connections follow it");
      assertThat(ping(service)).isEqualTo(pong("hallo"));
    }
  }

  @Test
  void aBrokenVersionIsReportedAndTheOneBeforeGoesOn() throws IOException {
    try (var service = new Service(file)) {
      Files.writeString(file, SHOP.replace("on-message", "on-mesage"));
      service.err.await("did you mean `on-message`?");
      service.err.await("the version before goes on");
      assertThat(ping(service)).isEqualTo(pong("hello"));
      Files.writeString(file, SHOP.replace("hello", "again"));
      service.err.await("new connections follow it");
      assertThat(ping(service)).isEqualTo(pong("again"));
    }
  }

  @Test
  void anotherPlaceToListenNeedsARestartAndSaysSo() throws IOException {
    try (var service = new Service(file)) {
      Files.writeString(file, "listen: { host: 0.0.0.0 }\n" + SHOP);
      service.err.await("counts when you start the mock again");
      assertThat(ping(service)).isEqualTo(pong("hello"));
    }
  }

  @Test
  void variablesComeFromTheCommandLineToo() {
    try (var service = new Service(file, "--var", "greeting=hi")) {
      assertThat(ping(service)).isEqualTo(pong("hi"));
    }
  }

  @Test
  void secretsAreSentAndNotPrinted() throws IOException {
    Files.writeString(folder.resolve(".env"), "TOKEN=very-secret\n");
    try (var service = new Service(file, "-v")) {
      assertThat(ask(service, "{\"op\":\"token\"}")).isEqualTo("very-secret\n");
      assertThat(service.err.await("#1 ↑ •••")).doesNotContain("very-secret");
    }
  }

  @Test
  void aCertificateMadeOnTheSpotIsTrustedFromItsFile() {
    var ca = folder.resolve("ca.pem").toString();
    try (var service = new Service(file, "--tls", "--cert-out", ca)) {
      assertThat(service.url).startsWith("wss://");
      var url = service.url + "/orders/main?user=ann";
      assertThat(Run.of("--cacert", ca, "-1", "-d", "{\"op\":\"ping\"}", url).out())
          .isEqualTo(pong("hello"));
    }
  }

  @Test
  void aTakenPortIsReported() {
    try (var service = new Service(file)) {
      var port = service.url.replaceAll(".*:", "");
      var run = Run.of("mock", file.toString(), "--port", port);
      assertThat(run.code()).isEqualTo(ExitCode.CANNOT_CONNECT);
      assertThat(run.err()).contains("cannot serve", "--port 0");
    }
  }
}
