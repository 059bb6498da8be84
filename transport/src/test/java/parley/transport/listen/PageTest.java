package parley.transport.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static parley.transport.listen.PageServer.GET;
import static parley.transport.listen.PageServer.HELLO;
import static parley.transport.listen.PageServer.page;
import static parley.transport.listen.PageServer.stream;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.model.connection.Attempt;
import parley.model.connection.ConnectSpec;
import parley.model.connection.WsUrl;
import parley.protocol.frame.ByteSize;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.Header;
import parley.protocol.handshake.Refusal;
import parley.transport.connect.Connector;
import parley.transport.fixture.Watcher;

/** Pages beside connections, met by the JDK's client and by hand. */
@Timeout(60)
class PageTest {

  private @Nullable PageServer server;

  @AfterEach
  void close() {
    if (server != null) {
      server.close();
    }
  }

  private PageServer serve(PageAnswer answer) throws IOException {
    server = new PageServer(answer);
    return server;
  }

  private PageServer serve(
      ListenSpec.Builder spec, Function<PageRequest, CompletableFuture<PageAnswer>> pages)
      throws IOException {
    server = new PageServer(spec, pages);
    return server;
  }

  @Test
  void aPageIsSentWithItsLengthAndTheConnectionClosed() throws IOException {
    var here = serve(HELLO);
    assertThat(here.talk(GET))
        .isEqualTo(
            "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n"
                + "Connection: close\r\n\r\nhello");
  }

  @Test
  void headGetsTheSameHeadWithoutBody() throws IOException {
    var here = serve(HELLO);
    var get = here.talk(GET);
    assertThat(here.talk(GET.replace("GET", "HEAD")))
        .isEqualTo(get.replace("\r\n\r\nhello", "\r\n\r\n"));
  }

  @Test
  void notModifiedHasNoBodyAndNoLength() throws IOException {
    var here =
        serve(new PageAnswer(304, "Not Modified", List.of(), new PageBody.Whole(Bytes.utf8("x"))));
    assertThat(here.talk(GET)).isEqualTo("HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n");
  }

  @Test
  void theOwnerSeesTheRequestAndMayAnswerLater() throws IOException {
    var asked = new CompletableFuture<PageRequest>();
    var answer = new CompletableFuture<PageAnswer>();
    var here =
        serve(
            ListenSpec.local(),
            request -> {
              asked.complete(request);
              return answer;
            });
    try (var socket = here.ask(GET)) {
      assertThat(Watcher.get(asked).head().target()).isEqualTo("/page?a=b");
      assertThat(Watcher.get(asked).remote().getPort()).isEqualTo(socket.getLocalPort());
      answer.complete(HELLO);
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
          .endsWith("hello");
    }
  }

  @Test
  void theRequestMayComeByteByByte() throws IOException {
    var here = serve(HELLO);
    var request = GET.getBytes(StandardCharsets.ISO_8859_1);
    for (var cut = 1; cut < request.length; cut++) {
      try (var socket = here.dial()) {
        socket.setTcpNoDelay(true);
        socket.getOutputStream().write(request, 0, cut);
        socket.getOutputStream().flush();
        socket.getOutputStream().write(request, cut, request.length - cut);
        assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
            .as("cut at %d", cut)
            .endsWith("hello");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get"})
  void otherMethodsAreNotAllowed(String method) throws IOException {
    var here = serve(HELLO);
    assertThat(here.talk(GET.replace("GET", method)))
        .startsWith("HTTP/1.1 405 ")
        .contains("Allow: GET, HEAD\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 3",
        "Transfer-Encoding: chunked",
        "Content-Length: 99999999999999999999"
      })
  void aRequestWithABodyIsRefused(String header) throws IOException {
    var here = serve(HELLO);
    assertThat(here.talk(with(header) + "abc")).startsWith("HTTP/1.1 413 ");
  }

  private static String with(String header) {
    return GET.replace("\r\n\r\n", "\r\n" + header + "\r\n\r\n");
  }

  @Test
  void anEmptyBodyIsNoBody() throws IOException {
    var here = serve(HELLO);
    assertThat(here.talk(with("Content-Length: 0"))).endsWith("hello");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: -1",
        "Content-Length: 0\r\nContent-Length: 0",
        "Host: b",
        "X : y",
        " folded",
        "nothing"
      })
  void malformedRequestsAreBad(String header) throws IOException {
    var here = serve(HELLO);
    assertThat(here.talk(with(header))).startsWith("HTTP/1.1 400 ");
  }

  @Test
  void aRequestOfHttp11NeedsAHost() throws IOException {
    var here = serve(HELLO);
    assertThat(here.talk("GET / HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 400 ");
    assertThat(here.talk("GET / HTTP/1.0\r\n\r\n")).endsWith("hello");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\u0016\u0003\u0001\u0002", "GET\r\n\r\n", "\0", "GET / HTTP/1.1 x\r\n\r\n"})
  void whatIsNoHttpIsBad(String bytes) throws IOException {
    var here = serve(HELLO);
    assertThat(here.talk(bytes)).startsWith("HTTP/1.1 400 ");
  }

  @Test
  void whatFollowsARequestIsThrownAway() throws IOException {
    var here = serve(HELLO);
    assertThat(here.talk(GET + GET + "\0\1\2 garbage".repeat(10_000)))
        .containsOnlyOnce("HTTP/1.1")
        .endsWith("hello");
  }

  @Test
  void theClientOfTheJdkReadsPagesAndStreams() throws Exception {
    var bytes = new byte[3_000_000];
    new Random(1).nextBytes(bytes);
    var whole = page(new PageBody.Whole(Bytes.of(bytes)));
    var chunked = page(stream(out -> out.write(bytes)));
    var measured = page(new PageBody.Streamed(ByteSize.of(bytes.length), out -> out.write(bytes)));
    for (var answer : List.of(whole, chunked, measured)) {
      var here = serve(answer);
      try (var client = HttpClient.newHttpClient()) { // It asks for h2c by an Upgrade header.
        var request =
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + here.port() + "/")).build();
        var response = client.send(request, BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(bytes);
      }
      close();
    }
  }

  @Test
  void anAnswerThatNeverComesIsGivenUp() throws IOException {
    var here =
        serve(
            ListenSpec.local().idleTimeout(Duration.ofMillis(100)), _ -> new CompletableFuture<>());
    assertThat(here.talk(GET)).isEmpty();
  }

  @Test
  void anOwnerThatThrowsIsA500() throws IOException {
    var here =
        serve(
            ListenSpec.local(),
            _ -> {
              Thread.currentThread().setUncaughtExceptionHandler((_, _) -> {});
              throw new IllegalStateException("a fault of the test's own");
            });
    assertThat(here.talk(GET)).startsWith("HTTP/1.1 500 ");
  }

  @Test
  void onePageTooManyIsA503AndRoomIsMadeAgain() throws IOException {
    var answer = new CompletableFuture<PageAnswer>();
    var asked = new CountDownLatch(1);
    var here =
        serve(
            ListenSpec.local().maxConnections(1),
            _ -> {
              asked.countDown();
              return answer;
            });
    try (var first = here.dial()) {
      first.getOutputStream().write(GET.getBytes(StandardCharsets.US_ASCII));
      assertThat(asked).satisfies(latch -> assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue());
      assertThat(here.talk(GET)).startsWith("HTTP/1.1 503 ");
      answer.complete(HELLO);
      var _ = first.getInputStream().readAllBytes();
    }
    String next;
    do {
      next = here.talk(GET);
    } while (next.startsWith("HTTP/1.1 503 "));
    assertThat(next).endsWith("hello");
  }

  @Test
  void clientsThatNeverFinishTheirRequestMakeRoomForOthers() throws IOException {
    var here =
        serve(ListenSpec.local().maxConnections(2), _ -> CompletableFuture.completedFuture(HELLO));
    try (var oldest = here.ask("GET / HTTP/1.1\r\n");
        var _ = here.ask("GET / HTTP/1.1\r\n")) {
      assertThat(here.talk(GET)).endsWith("hello");
      assertThat(oldest.getInputStream().read()).isNegative();
    }
  }

  @Test
  void upgradesGoOnAsBefore() throws IOException {
    var here = serve(HELLO);
    var client = new Watcher();
    try (var connector = new Connector()) {
      var spec = ConnectSpec.to(new WsUrl(false, "127.0.0.1", here.port(), "/")).build();
      assertThat(Watcher.get(connector.connect(spec, client))).isInstanceOf(Attempt.Open.class);
    }
    assertThat(here.talk(with("Upgrade: websocket"))).startsWith("HTTP/1.1 426 ");
  }

  @Test
  void anUpgradeMayBeForbidden() throws IOException {
    var forbidden =
        Refusal.of(403, "Forbidden", List.of(new Header("X-Why", "origin")), "not from there");
    var here =
        new PageServer(
            ListenSpec.local(),
            _ -> new UpgradeAnswer.Reject(forbidden),
            _ -> CompletableFuture.completedFuture(HELLO));
    server = here;
    try (var connector = new Connector()) {
      var url = new WsUrl(false, "127.0.0.1", here.port(), "/");
      var attempt = Watcher.get(connector.connect(ConnectSpec.to(url).build(), new Watcher()));
      var rejected = (Attempt.Rejected) attempt;
      assertThat(rejected.answer().status()).isEqualTo(403);
      assertThat(rejected.answer().first("X-Why")).contains("origin");
    }
  }

  @Test
  void pagesGoOverTlsToo() throws Exception {
    var bytes = new byte[1_000_000];
    var identity = ServerIdentity.forLocalhost();
    var here =
        serve(
            ListenSpec.local().tls(identity),
            _ -> CompletableFuture.completedFuture(page(stream(out -> out.write(bytes)))));
    try (var client = HttpClient.newBuilder().sslContext(trusting(identity)).build()) {
      var url = URI.create("https://localhost:" + here.port() + "/");
      var response = client.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofByteArray());
      assertThat(response.body()).isEqualTo(bytes);
    }
  }

  private static SSLContext trusting(ServerIdentity identity) throws Exception {
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    store.setCertificateEntry("server", identity.chain().getFirst());
    var factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }

  @Test
  void theListenersHeadersAreItsOwn() {
    assertThatThrownBy(() ->
            new PageAnswer(200, "OK", List.of(new Header("content-length", "3")), PageBody.none()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PageAnswer(101, "No", List.of(), PageBody.none()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
