package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.cli.shell.ExitCode;
import parley.cli.shell.Shell;

class EchoTest {

  /** {@code parley echo} in this process, until it is closed as by Ctrl+C. */
  private static final class Service implements AutoCloseable {

    final CompletableFuture<Runnable> interruption = new CompletableFuture<>();
    final ByteArrayOutputStream err = new ByteArrayOutputStream();
    final String url;
    private final Thread thread;

    Service(String... options) throws IOException {
      var out = new PipedOutputStream();
      var lines = new PipedInputStream(out);
      var arguments = new ArrayList<>(List.of("echo", "--port", "0"));
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
      url = firstLine(lines);
    }

    private static String firstLine(InputStream in) throws IOException {
      var line = new StringBuilder();
      for (var c = in.read(); c != '\n' && c >= 0; c = in.read()) {
        line.append((char) c);
      }
      return line.toString();
    }

    String log() {
      return err.toString(StandardCharsets.UTF_8);
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

  @Test
  void theFirstLineIsTheUrl() throws Exception {
    try (var service = new Service()) {
      assertThat(service.url).matches("ws://127\\.0\\.0\\.1:\\d+/");
      assertThat(Run.with("hi\n", service.url).out()).isEqualTo("hi\n");
    }
  }

  @Test
  void theCertificateMadeOnTheSpotIsTrustedFromItsFile(@TempDir Path folder) throws Exception {
    var file = folder.resolve("ca.pem");
    try (var service = new Service("--tls", "--cert-out", file.toString())) {
      assertThat(service.url).startsWith("wss://");
      assertThat(Run.of("--cacert", file.toString(), "-1", "-d", "x", service.url).out())
          .isEqualTo("x\n");
      assertThat(Files.readString(file)).startsWith("-----BEGIN CERTIFICATE-----");
      assertThat(service.log()).containsPattern("SHA-256 ([0-9A-F]{2}:){31}[0-9A-F]{2}");
    }
  }

  @Test
  void closeAfterEndsEachConnection() throws Exception {
    try (var service = new Service("--close-after", "2")) {
      var run = Run.with("a\nb\n", "--no-close", service.url);
      assertThat(run.out()).isEqualTo("a\nb\n");
      assertThat(run.code()).isEqualTo(ExitCode.OK);
    }
  }

  @Test
  void verboseShowsMessagesAndWhoClosed() throws Exception {
    try (var service = new Service("-v")) {
      Run.of("-1", "-d", "hello", service.url + "room");
      assertThat(service.log()).contains("#1 ● 127.0.0.1:", "asks for /room", "#1 ↓ hello");
    }
  }

  @Test
  void compressionIsDeclinedOnDemand() throws Exception {
    try (var service = new Service("--no-compress", "--subprotocol", "v2,v1")) {
      var err =
          Run.of("-v", "--compress", "--subprotocol", "v9,v1", "-1", "-d", "x", service.url).err();
      assertThat(err).contains("subprotocol v1").doesNotContain("· permessage-deflate");
    }
  }

  @Test
  void aClientEchoesUntilTheServerCloses() throws Exception {
    var echo = new CompletableFuture<byte[]>();
    try (var server =
        RawServer.open(peer -> {
          peer.upgrade();
          peer.writeHex("81 02 68 69");
          echo.complete(peer.socket().getInputStream().readNBytes(8));
          peer.writeHex("88 02 03 e8");
          peer.readClose();
        })) {
      var run = Run.of("echo", "--no-compress", server.url());
      assertThat(run.code()).isEqualTo(ExitCode.OK);
      assertThat(run.err()).contains("closed by the server: 1000");
    }
    assertThat(echo.get(10, TimeUnit.SECONDS)).startsWith(0x81, 0x82);
  }

  @Test
  void aTakenPortIsReported() throws Exception {
    try (var service = new Service()) {
      var port = service.url.replaceAll(".*:(\\d+)/", "$1");
      var run = Run.of("echo", "--port", port);
      assertThat(run.code()).isEqualTo(ExitCode.CANNOT_CONNECT);
      assertThat(run.err()).contains("cannot serve on", "--port 0");
    }
  }

  @Test
  void theDemoShowsAWholeConversation() {
    var run = Run.of("demo");
    assertThat(run.code()).isEqualTo(ExitCode.OK);
    assertThat(run.text())
        .contains("> GET / HTTP/1.1", "↑ Hello, Parley!", "↓ Hello, Parley!", "\"price\": 1.10")
        .contains("continuation", "↓ pong", "closed by you: 1000 normal closure");
  }
}
