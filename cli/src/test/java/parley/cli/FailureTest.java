package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.cli.shell.ExitCode;
import parley.mock.server.EchoServer;
import parley.mock.server.EchoSpec;
import parley.transport.listen.ListenSpec;
import parley.transport.listen.ServerIdentity;

/** What the program says and how it ends when something is wrong, against raw servers. */
class FailureTest {

  @Test
  void nobodyListens() throws IOException {
    int port;
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = taken.getLocalPort();
    }
    var run = Run.of("-d", "x", "ws://127.0.0.1:" + port);
    assertThat(run.code()).isEqualTo(ExitCode.CANNOT_CONNECT);
    assertThat(run.err())
        .contains("parley: cannot connect to ws://127.0.0.1:" + port)
        .contains("where  tcp", "connection refused", "is the server running");
  }

  @Test
  void aRefusalIsPrintedWithItsBody() throws IOException {
    try (var server =
        RawServer.open(peer -> {
          peer.readHead();
          peer.write("HTTP/1.1 403 Forbidden\r\nContent-Length: 7\r\nServer: door\r\n\r\nno way\n");
        })) {
      var run = Run.of("-d", "x", server.url());
      assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains("403 Forbidden", "Server: door", "\nno way\n", "--origin");
    }
  }

  @Test
  void somethingElseThanHttpIsNamed() throws IOException {
    try (var server = RawServer.open(peer -> peer.write("SSH-2.0-OpenSSH_9.6\r\n"))) {
      var run = Run.of("-d", "x", server.url());
      assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
      assertThat(run.err()).contains("SSH-2.0-OpenSSH_9.6", "check the port");
    }
  }

  @Test
  void aHangIsATimeoutThatSaysWhere() throws IOException {
    try (var server = RawServer.open(RawServer.Peer::readToEnd)) {
      var run = Run.of("--connect-timeout", "200ms", "-d", "x", server.url());
      assertThat(run.code()).isEqualTo(ExitCode.TIMEOUT);
      assertThat(run.err()).contains("where  upgrade");
    }
  }

  @Test
  void anotherCloseCodeIsReportedWithItsReason() throws IOException {
    try (var server =
        RawServer.open(peer -> {
          peer.upgrade();
          peer.writeHex("88 06 03 f3 6f 6f 70 73");
          peer.readClose();
        })) {
      var run = Run.of("--no-close", "-d", "x", server.url());
      assertThat(run.code()).isEqualTo(ExitCode.UNEXPECTED_CLOSE);
      assertThat(run.err()).contains("closed by the server: 1011 internal server error \"oops\"");
    }
  }

  @Test
  void anEndWithoutACloseFrameIsReported() throws IOException {
    try (var server = RawServer.open(RawServer.Peer::upgrade)) {
      var run = Run.of("--no-close", server.url());
      assertThat(run.code()).isEqualTo(ExitCode.UNEXPECTED_CLOSE);
      assertThat(run.err()).contains("without a Close frame (1006)");
    }
  }

  @Test
  void aViolationEndsTheConnectionUnlessItIsOnlyReported() throws IOException {
    RawServer.Script badText =
        peer -> {
          peer.upgrade();
          peer.writeHex("83 01 61 81 02 68 69 88 02 03 e8");
          peer.readClose();
        };
    try (var server = RawServer.open(badText)) {
      var run = Run.of("--no-close", server.url());
      assertThat(run.code()).isEqualTo(ExitCode.UNEXPECTED_CLOSE);
      assertThat(run.err()).contains("the opcode is reserved (RFC 6455, 5.2)");
    }
    try (var server = RawServer.open(badText)) {
      var run = Run.of("--report-only", "--no-close", server.url());
      assertThat(run.code()).isEqualTo(ExitCode.OK);
      assertThat(run.out()).isEqualTo("hi\n");
      assertThat(run.err()).contains("! violation");
    }
  }

  @Test
  void aMessageAboveTheLimitIsRefused() throws IOException {
    try (var server = EchoServer.open(EchoSpec.of(ListenSpec.local().build()))) {
      var run = Run.of("--max-message", "3", "-d", "four", server.url().toString());
      assertThat(run.code()).isEqualTo(ExitCode.UNEXPECTED_CLOSE);
      assertThat(run.err()).contains("1009");
    }
  }

  @Test
  void aCertificateIsCheckedUnlessToldOtherwise(@TempDir Path folder) throws IOException {
    var listen = ListenSpec.local().tls(ServerIdentity.forLocalhost()).build();
    try (var server = EchoServer.open(EchoSpec.of(listen))) {
      var url = server.url().toString();
      var refused = Run.of("-1", "-d", "x", url);
      assertThat(refused.code()).isEqualTo(ExitCode.TLS);
      assertThat(refused.err()).contains("where  tls", "--cacert FILE");
      var authority =
          Files.writeString(folder.resolve("ca.pem"), server.certificatePem().orElseThrow());
      assertThat(Run.of("--cacert", authority.toString(), "-1", "-d", "x", url).out())
          .isEqualTo("x\n");
      assertThat(Run.of("-k", "-1", "-d", "x", url).out()).isEqualTo("x\n");
      assertThat(Run.of("--insecure", "-v", "-1", "-d", "x", url).err()).contains("NOT VERIFIED");
    }
  }

  @Test
  void aFileThatIsNoCertificateIsMisuse(@TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("ca.pem"), "hello");
    try (var server = RawServer.open(RawServer.Peer::readToEnd)) {
      var url = server.url().replace("ws://", "wss://");
      assertThat(Run.of("--cacert", file.toString(), "-d", "x", url).code())
          .isEqualTo(ExitCode.USAGE);
    }
  }

  @Test
  void everyHeaderIsUnderControl(@TempDir Path folder) throws Exception {
    var request = new CompletableFuture<String>();
    var lines = Files.writeString(folder.resolve("h.txt"), "X-Three: 3\n\nX-Four;\n");
    try (var server =
        RawServer.open(peer -> {
          request.complete(peer.upgrade());
          peer.writeHex("88 02 03 e8");
          peer.readClose();
        })) {
      Run.of(
          "-u",
          "anna:s3cret",
          "-b",
          "a=1",
          "-b",
          "b=2",
          "--origin",
          "https://example.com",
          "-H",
          "x-one: 1",
          "-H",
          "X-One: 2",
          "-H",
          "@" + lines,
          "-H",
          "Host: other",
          "-H",
          "Sec-WebSocket-Version:",
          "--subprotocol",
          "v2,v1",
          "--no-close",
          server.url());
    }
    assertThat(request.get(10, TimeUnit.SECONDS))
        .contains(
            """
            Sec-WebSocket-Protocol: v2, v1
            Authorization: Basic YW5uYTpzM2NyZXQ=
            Cookie: a=1; b=2
            Origin: https://example.com
            x-one: 1
            X-One: 2
            X-Three: 3
            X-Four:\s
            Host: other
            """
                .replace("\n", "\r\n"))
        .doesNotContain("Sec-WebSocket-Version");
  }

  @Test
  void theCloseSaysWhatItIsToldTo() throws IOException {
    try (var server = EchoServer.open(EchoSpec.of(ListenSpec.local().build()))) {
      var err =
          Run.of(
                  "-v",
                  "--close-code",
                  "4001",
                  "--close-reason",
                  "done",
                  "-1",
                  "-d",
                  "x",
                  server.url().toString())
              .err();
      assertThat(err).contains("↑ close 4001 private to the application \"done\"");
    }
  }

  @Test
  void resolveReplacesTheLookUp() throws IOException {
    try (var server = EchoServer.open(EchoSpec.of(ListenSpec.local().build()))) {
      var port = server.url().port();
      var run =
          Run.of(
              "--resolve",
              "nowhere.invalid:" + port + ":127.0.0.1",
              "-1",
              "-d",
              "x",
              "ws://nowhere.invalid:" + port);
      assertThat(run.out()).isEqualTo("x\n");
    }
  }

  @Test
  void pingsAreLeftUnansweredOnDemand() throws Exception {
    var answer = new CompletableFuture<Integer>();
    try (var server =
        RawServer.open(peer -> {
          peer.upgrade();
          peer.writeHex("89 00 88 02 03 e8");
          answer.complete(peer.socket().getInputStream().read());
          peer.socket().getInputStream().skipNBytes(7);
        })) {
      Run.of("--no-auto-pong", "--no-close", server.url());
    }
    assertThat(answer.get(10, TimeUnit.SECONDS)).as("the first frame is the Close").isEqualTo(0x88);
  }
}
