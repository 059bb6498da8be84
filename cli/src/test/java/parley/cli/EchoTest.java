package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.cli.shell.ExitCode;

class EchoTest {

  private static Served serve(String... options) throws IOException {
    var arguments = new ArrayList<>(List.of("echo", "--port", "0"));
    arguments.addAll(List.of(options));
    return new Served(arguments.toArray(String[]::new));
  }

  @Test
  void theFirstLineIsTheUrl() throws Exception {
    try (var service = serve()) {
      assertThat(service.firstLine()).matches("ws://127\\.0\\.0\\.1:\\d+/");
      assertThat(Run.with("hi\n", service.firstLine()).out()).isEqualTo("hi\n");
    }
  }

  @Test
  void theCertificateMadeOnTheSpotIsTrustedFromItsFile(@TempDir Path folder) throws Exception {
    var file = folder.resolve("ca.pem");
    try (var service = serve("--tls", "--cert-out", file.toString())) {
      assertThat(service.firstLine()).startsWith("wss://");
      assertThat(Run.of("--cacert", file.toString(), "-1", "-d", "x", service.firstLine()).out())
          .isEqualTo("x\n");
      assertThat(Files.readString(file)).startsWith("-----BEGIN CERTIFICATE-----");
      assertThat(service.log()).containsPattern("SHA-256 ([0-9A-F]{2}:){31}[0-9A-F]{2}");
    }
  }

  @Test
  void closeAfterEndsEachConnection() throws Exception {
    try (var service = serve("--close-after", "2")) {
      var run = Run.with("a\nb\n", "--no-close", service.firstLine());
      assertThat(run.out()).isEqualTo("a\nb\n");
      assertThat(run.code()).isEqualTo(ExitCode.OK);
    }
  }

  @Test
  void verboseShowsMessagesAndWhoClosed() throws Exception {
    try (var service = serve("-v")) {
      Run.of("-1", "-d", "hello", service.firstLine() + "room");
      assertThat(service.log()).contains("#1 ● 127.0.0.1:", "asks for /room", "#1 ↓ hello");
    }
  }

  @Test
  void compressionIsDeclinedOnDemand() throws Exception {
    try (var service = serve("--no-compress", "--subprotocol", "v2,v1")) {
      var err =
          Run.of("-v", "--compress", "--subprotocol", "v9,v1", "-1", "-d", "x", service.firstLine())
              .err();
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
    try (var service = serve()) {
      var port = service.firstLine().replaceAll(".*:(\\d+)/", "$1");
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
