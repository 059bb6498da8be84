package parley.workbench.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.model.connection.Attempt;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.Header;
import parley.transport.listen.PageBody;
import parley.workbench.call.Calls;
import parley.workbench.call.Pages;

/** Who is not the user tries to get in, by all that HTTP can say. */
@Timeout(60)
class AttackTest {

  private final Downloads downloads = new Downloads();
  private WorkbenchServer server;
  private Visitor visitor;

  @BeforeEach
  void open() throws IOException {
    server = WorkbenchServer.open(anyPort(), new Calls(), new Pages(), downloads);
    visitor = new Visitor(server.url());
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
  }

  @AfterEach
  void close() {
    visitor.close();
    server.close();
  }

  private String asUser(String target, String... headers) throws IOException {
    var all = new String[headers.length + 1];
    System.arraycopy(headers, 0, all, 1, headers.length);
    all[0] = "Cookie: " + visitor.enter().cookie();
    return visitor.get(target, all);
  }

  private static int status(String answer) {
    return Integer.parseInt(answer.substring(9, 12));
  }

  private static int status(Attempt attempt) {
    return switch (attempt) {
      case Attempt.Open _ -> 101;
      case Attempt.Rejected rejected -> rejected.answer().status();
      case Attempt.Failed failed -> throw new AssertionError(failed);
    };
  }

  @Test
  void theUserComesIn() throws IOException {
    assertThat(status(asUser("/"))).isEqualTo(200);
    assertThat(status(asUser("/app.js"))).isEqualTo(200);
    assertThat(visitor.open().connection().isOpen()).isTrue();
  }

  @Test
  void withoutTheCookieThereIsOnlyThePageThatSaysWhatToDo() throws IOException {
    assertThat(visitor.get("/"))
        .startsWith("HTTP/1.1 403 ")
        .contains("parley ui", "another tab")
        .doesNotContain(visitor.token());
    for (var path : new String[] {"/app.js", "/page.css", "/download/x", "/nothing", "/key"}) {
      assertThat(status(visitor.get(path))).as(path).isEqualTo(403);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAA"})
  void aWrongTokenGetsNeitherCookieNorKey(String token) throws IOException {
    assertThat(visitor.get("/key", "Authorization: Parley " + token))
        .startsWith("HTTP/1.1 403 ")
        .doesNotContain("Set-Cookie");
  }

  @Test
  void whatOpensAnotherStartDoesNotOpenThisOne() throws IOException {
    try (var other = WorkbenchServer.open(anyPort(), new Calls(), new Pages(), downloads);
        var old = new Visitor(other.url())) {
      assertThat(status(visitor.get("/key", "Authorization: Parley " + old.token())))
          .isEqualTo(403);
      var pass = old.enter();
      var value = pass.cookie().substring(pass.cookie().indexOf('=') + 1);
      var name = visitor.enter().cookie().replaceFirst("=.*", "");
      assertThat(status(visitor.get("/", "Cookie: " + name + "=" + value))).isEqualTo(403);
      assertThat(status(visitor.connect("/api", visitor.headers(), "parley", pass.key())))
          .isEqualTo(403);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "evil.example:%d", "127.0.0.1", "localhost:1", "[::1]:1"})
  void aNameThatWasMadeToLeadHereOpensNothing(String host) throws IOException {
    var pass = visitor.enter();
    var port = Integer.parseInt(visitor.authority().replaceFirst(".*:", ""));
    var asked = "\r\nHost: " + host.formatted(port) + "\r\nCookie: " + pass.cookie() + "\r\n\r\n";
    for (var path : new String[] {"/", "/enter", "/enter.js", "/app.js", "/key", "/api"}) {
      var answer = visitor.raw("GET " + path + " HTTP/1.1" + asked);
      assertThat(status(answer)).as(path).isEqualTo(403);
      assertThat(answer).contains("There is no workbench under").doesNotContain("<script");
    }
  }

  @Test
  void anOldVersionOfHttpWithoutHostOpensNothing() throws IOException {
    assertThat(status(visitor.raw("GET / HTTP/1.0\r\n\r\n"))).isEqualTo(403);
    assertThat(status(visitor.raw("GET / HTTP/1.1\r\n\r\n"))).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil.example",
        "null",
        "http://localhost:1",
        "https://127.0.0.1",
        "http://127.0.0.1",
        "file://"
      })
  void aPageOfAnotherSiteOpensNoWebSocket(String origin) throws IOException {
    var pass = visitor.enter();
    var headers = List.of(new Header("Origin", origin), new Header("Cookie", pass.cookie()));
    assertThat(status(visitor.connect("/api", headers, "parley", pass.key()))).isEqualTo(403);
  }

  @Test
  void aWebSocketNeedsOriginCookieAndKey() throws IOException {
    var pass = visitor.enter();
    var cookie = new Header("Cookie", pass.cookie());
    var origin = new Header("Origin", visitor.origin());
    assertThat(status(visitor.connect("/api", List.of(cookie), "parley", pass.key())))
        .isEqualTo(403);
    assertThat(status(visitor.connect("/api", List.of(origin), "parley", pass.key())))
        .isEqualTo(403);
    assertThat(status(visitor.connect("/api", List.of(origin, cookie), "parley"))).isEqualTo(403);
    assertThat(status(visitor.connect("/", List.of(origin, cookie), "parley", pass.key())))
        .isEqualTo(403);
    assertThat(status(visitor.connect("/api?", List.of(origin, cookie), "parley", pass.key())))
        .isEqualTo(403);
    assertThat(status(visitor.connect("/api", List.of(origin, cookie), "parley", pass.key())))
        .isEqualTo(101);
  }

  @Test
  void theKeyIsNeverSaidAgain() throws IOException {
    var pass = visitor.enter();
    var open = (Attempt.Open) visitor.connect("/api", visitor.headers(), "parley", pass.key());
    assertThat(open.subprotocol()).contains("parley");
    assertThat(open.answer().toString()).doesNotContain(pass.key());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../etc/passwd",
        "/..%2f..%2fetc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/%252e%252e/etc/passwd",
        "/..;/etc/passwd",
        "/....//etc/passwd",
        "/..\\..\\etc\\passwd",
        "/..%5c..%5cetc%5cpasswd",
        "/..%c0%af..%c0%afetc/passwd",
        "/..%u2215etc/passwd",
        "/.%00./etc/passwd",
        "/app.js/../../module-info.class",
        "/app.js%00.html",
        "/app.js/",
        "//app.js",
        "/./app.js",
        "/APP.JS",
        "/parley-page/app.js",
        "/META-INF/MANIFEST.MF",
        "/parley/workbench/Workbench.class",
        "/download/../app.js",
        "/download/",
        "file:///etc/passwd",
        "http://127.0.0.1/app.js",
        "*",
        "/?/app.js",
        "/app.js?",
        "/app.js#x"
      })
  void onlyExactPathsLeadAnywhere(String target) throws IOException {
    assertThat(status(asUser(target))).isEqualTo(404);
    assertThat(status(visitor.get(target))).isEqualTo(403);
  }

  @Test
  void everyAnswerForbidsTheBrowserWhatItCan() throws IOException {
    var answers =
        List.of(
            asUser("/"),
            asUser("/nothing"),
            asUser("/app.js"),
            visitor.get("/"),
            visitor.get("/enter"),
            visitor.get("/key"),
            visitor.get("/", "Origin: http://evil.example"),
            asUser(downloads.offer("a.txt", new PageBody.Whole(Bytes.utf8("x")))));
    for (var answer : answers) {
      assertThat(answer)
          .contains("Content-Security-Policy: default-src 'none'; script-src 'self';")
          .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'")
          .contains("X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer")
          .contains("Cross-Origin-Opener-Policy: same-origin", "Cache-Control: ")
          .contains("Cross-Origin-Resource-Policy: same-origin")
          .doesNotContain("unsafe-inline", "unsafe-eval", "Access-Control-Allow");
    }
  }

  @Test
  void theBrowserKeepsFilesButAsksEachTime() throws IOException {
    var tag = asUser("/app.js").replaceFirst("(?s).*ETag: (\\S+).*", "$1");
    assertThat(asUser("/app.js", "If-None-Match: " + tag))
        .startsWith("HTTP/1.1 304 ")
        .contains("Content-Security-Policy");
    assertThat(status(visitor.get("/app.js", "If-None-Match: " + tag))).isEqualTo(403);
  }

  @Test
  void aDownloadNeedsTheCookieAndIsNotLostWithoutIt() throws IOException {
    var path = downloads.offer("log.txt", new PageBody.Whole(Bytes.utf8("hello")));
    assertThat(status(visitor.get(path))).isEqualTo(403);
    assertThat(
            visitor.raw("HEAD " + path + " HTTP/1.1\r\nHost: " + visitor.authority() + "\r\n\r\n"))
        .doesNotContain("hello");
    assertThat(asUser(path)).startsWith("HTTP/1.1 200 ").endsWith("hello");
    assertThat(status(asUser(path))).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT"})
  void nothingIsChangedByHttp(String method) throws IOException {
    var head = method + " / HTTP/1.1\r\nHost: " + visitor.authority();
    assertThat(status(visitor.raw(head + "\r\nContent-Length: 2\r\n\r\n{}"))).isEqualTo(405);
  }
}
