package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.cli.shell.ExitCode;
import parley.mock.server.EchoServer;
import parley.mock.server.EchoSpec;
import parley.transport.listen.ListenSpec;

/** Tokens by client credentials, from the command line and from files, against a token server. */
class TokenTest {

  private static final String SECRET = "s3cret-of-the-app";

  private final AtomicInteger given = new AtomicInteger();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/token", exchange -> answer(exchange, 200, token()));
    server.createContext(
        "/refusing",
        exchange ->
            answer(
                exchange,
                401,
                "{\"error\":\"invalid_client\",\"error_description\":\"who is %s?\"}"
                    .formatted(SECRET)));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String token() {
    return "{\"access_token\":\"token-number-%d\",\"token_type\":\"bearer\",\"expires_in\":600}"
        .formatted(given.incrementAndGet());
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    exchange.getRequestBody().readAllBytes();
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  @Test
  void isFetchedAndSentFromTheCommandLine() throws Exception {
    var seen = new CompletableFuture<String>();
    try (var peer =
        RawServer.open(one -> {
          seen.complete(one.upgrade());
          one.readClose();
          one.writeHex("88 02 03 e8");
        })) {
      var run =
          Run.of("-v", "--oauth2-token-url", url("/token"), "-u", "app:" + SECRET, peer.url());
      assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
      assertThat(seen.get(10, TimeUnit.SECONDS))
          .contains("Authorization: Bearer token-number-1\r\n");
      assertThat(run.err())
          .contains("fetching a token from " + url("/token"), "Authorization: Bearer •••")
          .containsPattern("with a token of .*, good until 20\\d\\d-.*Z")
          .doesNotContain("token-number", SECRET);
    }
  }

  @Test
  void thatIsRefusedIsShownWithTheServersAnswer() {
    var run =
        Run.of("--oauth2-token-url", url("/refusing"), "-u", "app:" + SECRET, "ws://127.0.0.1:1/");
    assertThat(run.code()).isEqualTo(ExitCode.CANNOT_CONNECT);
    assertThat(run.err())
        .contains("answered 401 Unauthorized: invalid_client (who is •••?)", "where  token")
        .contains("{\"error\":\"invalid_client\",\"error_description\":\"who is •••?\"}")
        .contains("--oauth2-send body")
        .doesNotContain(SECRET);
  }

  @Test
  void isFetchedOnceForARunAndStandsInNoReport(@TempDir Path folder) throws IOException {
    try (var echo = EchoServer.open(EchoSpec.of(ListenSpec.local().build()))) {
      Files.writeString(
          folder.resolve("parley.yaml"),
          "url: ws://127.0.0.1:%d/%nauth: { oauth2: { token-url: \"%s\", client-id: app, "
                  .formatted(echo.url().port(), url("/token"))
              + "client-secret: \"{{env.APP_SECRET}}\" } }\n");
      for (var name : new String[] {"a", "b"}) {
        Files.writeString(
            folder.resolve(name + ".ws.yaml"),
            "steps: [ { send: { text: hi } }, { receive: , assert: [ { text: hi } ] } ]\n");
      }
      var report = folder.resolve("report");
      var run =
          Run.with(
              Map.of("APP_SECRET", SECRET),
              "run",
              "-v",
              "--report",
              "json=" + report + ".json",
              "--report",
              "html=" + report + ".html",
              folder.toString());
      assertThat(run.code()).as(run.out() + run.err()).isEqualTo(ExitCode.OK);
      assertThat(given).hasValue(1);
      var json = Files.readString(Path.of(report + ".json"));
      assertThat(json)
          .contains("\"token\":{\"url\":\"" + url("/token") + "\",\"reused\":false,\"expires\":")
          .contains("Bearer •••");
      assertThat(run.out() + run.err() + json + Files.readString(Path.of(report + ".html")))
          .doesNotContain("token-number", SECRET);
    }
  }
}
