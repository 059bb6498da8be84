package parley.transport.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.model.connection.Attempt;
import parley.model.connection.Cause;
import parley.model.connection.ConnectSpec;
import parley.model.connection.Credentials;
import parley.model.connection.Hop;
import parley.model.connection.Stage;
import parley.model.connection.Way;
import parley.model.connection.WsUrl;
import parley.protocol.cookie.Cookie;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.Header;
import parley.protocol.handshake.ResponseHead;
import parley.transport.connection.ConnectionObserver;
import parley.transport.fixture.Peer;
import parley.transport.fixture.Talk;
import parley.transport.fixture.Watcher;
import parley.transport.stage.EvidenceLog;

/** One attempt, several requests: redirects, cookies and challenges. */
final class JourneyTest {

  private final Dialing dialing = new Dialing();
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final List<Peer> peers = new ArrayList<>();

  @AfterEach
  void close() throws IOException {
    dialing.close();
    for (var peer : peers) {
      peer.close();
    }
  }

  /** What a server answers to a request, as a head without its end. */
  private interface Answers {
    String to(String request) throws IOException;
  }

  /** Answers any number of requests on a connection; 101 for an empty answer. */
  private Peer serving(Answers answers) throws IOException {
    var peer =
        Peer.doing(talk -> {
          connections.incrementAndGet();
          serve(talk, answers);
        });
    peers.add(peer);
    return peer;
  }

  private void serve(Talk talk, Answers answers) throws IOException {
    while (true) {
      var request = talk.readHead();
      heads.add(request);
      var answer = answers.to(request);
      if (answer.isEmpty() || answer.startsWith("Set-Cookie")) {
        talk.send(Talk.answer(request, answer.isEmpty() ? "" : answer + "\r\n"));
        talk.readAll();
        return;
      }
      talk.send("HTTP/1.1 " + answer + "\r\nContent-Length: 3\r\n\r\nno\n");
      if (answer.contains("Connection: close")) {
        return;
      }
    }
  }

  private static String target(String request) {
    return request.split(" ", 3)[1];
  }

  /** The value of a header, of the request that came as the {@code index}th; empty for none. */
  private String sent(int index, String name) {
    return Arrays.stream(heads.get(index).split("\r\n"))
        .filter(line -> line.startsWith(name + ": "))
        .map(line -> line.substring(name.length() + 2))
        .collect(Collectors.joining(" | "));
  }

  private static ConnectSpec.Builder following(WsUrl url) {
    return ConnectSpec.to(url).maxRedirects(ConnectSpec.USUAL_REDIRECTS);
  }

  @Test
  void aRedirectIsFollowedOnTheSameConnection() throws IOException {
    var peer =
        serving(request ->
            switch (target(request)) {
              case "/a/b?x" -> "302 Found\r\nLocation: ../c?y#part";
              case "/c?y" -> "308 Permanent Redirect\r\nLocation: /d";
              default -> "";
            });
    var open = dialing.open(following(peer.url().withTarget("/a/b?x")));
    assertThat(open.evidence().url()).isEqualTo(peer.url().withTarget("/d"));
    assertThat(open.evidence().way().hops())
        .extracting(hop -> hop.url().target(), hop -> hop.answer().status(), Hop::reason)
        .containsExactly(
            tuple("/a/b?x", 302, Hop.Reason.REDIRECT), tuple("/c?y", 308, Hop.Reason.REDIRECT));
    assertThat(open.evidence().way().hops().getFirst().body()).isEqualTo(Bytes.utf8("no\n"));
    assertThat(open.evidence().remoteOrNull()).isNotNull();
    assertThat(connections).hasValue(1);
    assertThat(sent(0, "Sec-WebSocket-Key")).isNotEqualTo(sent(1, "Sec-WebSocket-Key"));
    assertThat(dialing.watcher.soFar().stream().filter(JourneyTest::isOfHttp).toList())
        .containsExactly(
            "upgrading /a/b?x",
            "answered 302",
            "noticed 302 Found: on to " + peer.url().withTarget("/c?y"),
            "upgrading /c?y",
            "answered 308",
            "noticed 308 Permanent Redirect: on to " + peer.url().withTarget("/d"),
            "upgrading /d",
            "answered 101",
            "opened");
  }

  private static boolean isOfHttp(String event) {
    return event.matches("(upgrading|answered|noticed|opened).*");
  }

  @Test
  void aRedirectOnAConnectionThatEndsIsFollowedOnAnother() throws IOException {
    var peer =
        serving(request ->
            target(request).equals("/")
                ? "301 Moved Permanently\r\nConnection: close\r\nLocation: /next"
                : "");
    dialing.open(following(peer.url()));
    assertThat(connections).hasValue(2);
  }

  @Test
  void aKeptConnectionThatTheServerDropsIsReplaced() throws IOException {
    var peer =
        Peer.doing(talk -> {
          connections.incrementAndGet();
          var request = talk.readHead();
          if (target(request).equals("/")) {
            talk.send("HTTP/1.1 307 Away\r\nContent-Length: 0\r\nLocation: /next\r\n\r\n");
            talk.readHead();
          } else {
            talk.send(Talk.answer(request, ""));
            talk.hang();
          }
        });
    peers.add(peer);
    dialing.open(following(peer.url()));
    assertThat(connections).hasValue(2);
  }

  @Test
  void aRedirectIsFinalUnlessItIsToBeFollowed() throws IOException {
    var peer = serving(_ -> "302 Found\r\nLocation: /next");
    var refused = dialing.rejected(ConnectSpec.to(peer.url()));
    assertThat(refused.answer().status()).isEqualTo(302);
    assertThat(refused.evidence().way().hops()).isEmpty();
    var nowhere = serving(_ -> "302 Found");
    assertThat(dialing.rejected(following(nowhere.url())).answer().status()).isEqualTo(302);
    var other = serving(_ -> "304 Not Modified\r\nLocation: /next");
    assertThat(dialing.rejected(following(other.url())).answer().status()).isEqualTo(304);
  }

  @Test
  void tooManyRedirectsAndCirclesAreToldWithAllPlaces() throws IOException {
    var peer =
        serving(
            request -> "302 Found\r\nLocation: " + ("/a".equals(target(request)) ? "/b" : "/a"));
    var url = peer.url().toString();
    assertThat(failed(following(peer.url())).text())
        .isEqualTo(
            "the redirects lead in a circle: %s -> %sa -> %sb -> %sa"
                .formatted(url, url, url, url));
    assertThat(failed(following(peer.url()).maxRedirects(1)).text())
        .isEqualTo("more than 1 redirect: %s -> %sa -> /b".formatted(url, url));
  }

  private Attempt.Failed failed(ConnectSpec.Builder spec) {
    return dialing.failed(spec, Stage.UPGRADE, Cause.REDIRECT);
  }

  @Test
  void aRedirectBackHereWithANewCookieIsNoCircle() throws IOException {
    var peer =
        serving(request ->
            request.contains("seen=1") ? "" : "302 Found\r\nSet-Cookie: seen=1\r\nLocation: /");
    dialing.open(following(peer.url()));
    assertThat(sent(1, "Cookie")).isEqualTo("seen=1");
  }

  @Test
  void placesThatCannotBeGoneToAreTold() throws IOException {
    var mail = serving(_ -> "302 Found\r\nLocation: mailto:ann@example.com");
    assertThat(failed(following(mail.url())).text())
        .isEqualTo(
            "302 Found leads to 'mailto:ann@example.com', which is no place to go to: the scheme is"
                + " 'mailto': expected ws, wss, http or https");
  }

  @Test
  void whoTheClientIsStaysWithItsServer() throws IOException {
    var second = serving(_ -> "");
    var first = serving(_ -> "302 Found\r\nLocation: http://127.0.0.1:" + second.port() + "/in");
    var spec =
        following(first.url())
            .headers(
                List.of(
                    new Header("Authorization", "Bearer t"),
                    new Header("Cookie", "sid=1"),
                    new Header("X-Api-Key", "k"),
                    new Header("X-Door", "d"),
                    new Header("Host", "front.example"),
                    new Header("Origin", "http://page.example"),
                    new Header("X-Trace", "7")))
            .guardedHeaders(Set.of("x-door"))
            .credentials(new Credentials.Digest("ann", "b"));
    dialing.open(spec);
    assertThat(heads.get(0)).contains("front.example", "Bearer t", "sid=1");
    for (var name : List.of("Authorization", "Cookie", "X-Api-Key", "X-Door")) {
      assertThat(sent(1, name)).as(name).isEmpty();
    }
    assertThat(sent(1, "Host")).isEqualTo("127.0.0.1:" + second.port());
    assertThat(sent(1, "Origin")).isEqualTo("http://page.example");
    assertThat(sent(1, "X-Trace")).isEqualTo("7");
    assertThat(dialing.watcher.await("noticed"))
        .isEqualTo(
            "noticed 302 Found: on to ws://127.0.0.1:%d/in without Authorization, Cookie,"
                    .formatted(second.port())
                + " X-Api-Key, X-Door, Host, the credentials: it is another server");
  }

  @Test
  void whoTheClientIsIsTheSameBackAtItsServer() throws IOException {
    var ports = new AtomicInteger();
    var second =
        serving(_ -> "302 Found\r\nLocation: http://ann:b@127.0.0.1:" + ports.get() + "/in");
    var first =
        serving(request ->
            target(request).equals("/in")
                ? ""
                : "302 Found\r\nLocation: http://u:p@127.0.0.1:" + second.port() + "/");
    ports.set(first.port());
    dialing.open(following(first.url()).headers(List.of(new Header("Authorization", "Bearer t"))));
    assertThat(sent(1, "Authorization")).isEqualTo("Basic dTpw");
    assertThat(sent(2, "Authorization")).isEqualTo("Bearer t");
  }

  @Test
  void cookiesAreSentOnLaterConnectionsOfTheRun() throws IOException {
    var peer =
        serving(request ->
            switch (target(request)) {
              case "/in" -> "Set-Cookie: sid=2; Path=/";
              case "/no" -> "403 Forbidden\r\nSet-Cookie: why=no; Path=/";
              default -> "";
            });
    var cookies = new Cookies(InstantSource.system());
    var here = peer.url();
    var mine = List.of(new Header("cookie", "own=1; sid=9"));
    attempt(ConnectSpec.to(here.withTarget("/in")), cookies);
    attempt(ConnectSpec.to(here.withTarget("/no")), cookies);
    attempt(ConnectSpec.to(here), cookies);
    attempt(ConnectSpec.to(here).headers(mine), cookies);
    attempt(ConnectSpec.to(here).keepsCookies(false), cookies);
    attempt(ConnectSpec.to(here).omittedHeaders(Set.of("Cookie")), cookies);
    assertThat(heads.stream().map(JourneyTest::cookie).toList())
        .containsExactly("", "sid=2", "sid=2; why=no", "own=1; sid=9; why=no", "", "");
    assertThat(cookies.toList()).extracting(Cookie::toPair).containsExactly("sid=2", "why=no");
    cookies.clear();
    assertThat(cookies.toList()).isEmpty();
  }

  private static String cookie(String head) {
    var line = head.lines().filter(one -> one.toLowerCase(Locale.ROOT).startsWith("cookie: "));
    return line.map(one -> one.substring(8)).collect(Collectors.joining(" | "));
  }

  private Attempt attempt(ConnectSpec.Builder spec, Cookies cookies) {
    var watcher = new Watcher();
    var attempt = Watcher.get(dialing.connector().connect(spec.build(), cookies, watcher));
    if (attempt instanceof Attempt.Open) {
      watcher.connection().abort();
    }
    return attempt;
  }

  @Test
  void aCookieThatIsNotKeptIsTold() throws IOException {
    var peer = serving(_ -> "Set-Cookie: a=1; Domain=other.example");
    dialing.open(ConnectSpec.to(peer.url()));
    assertThat(dialing.watcher.await("noticed"))
        .isEqualTo(
            "noticed the cookie a was not kept: its Domain=other.example does not cover 127.0.0.1");
  }

  @Test
  void aDigestChallengeIsAnsweredOnTheSameConnection() throws IOException {
    var peer =
        serving(request ->
            request.contains("Authorization: Digest username=\"ann\", realm=\"r\"")
                ? ""
                : "401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"r\"\r\n"
                    + "WWW-Authenticate: Digest realm=\"r\", nonce=\"n\", qop=\"auth\","
                    + " algorithm=SHA-256");
    var open = dialing.open(ConnectSpec.to(peer.url()).credentials(ann()));
    assertThat(open.evidence().way().hops())
        .singleElement()
        .extracting(Hop::reason)
        .isEqualTo(Hop.Reason.CHALLENGE);
    assertThat(connections).hasValue(1);
    assertThat(heads.getFirst()).doesNotContain("Authorization");
    assertThat(dialing.watcher.await("noticed"))
        .isEqualTo("noticed 401: answers the challenge of realm \"r\" (SHA-256) as ann");
  }

  private static Credentials ann() {
    return new Credentials.Digest("ann", "b");
  }

  @Test
  void digestCredentialsThatDoNotHelpAreToldSo() throws IOException {
    assertThat(whyNot("Digest realm=\"r\", nonce=\"n\""))
        .isEqualTo(
            "noticed the server refused the answer to its digest challenge: the user ann or the"
                + " password is wrong for realm \"r\"");
    assertThat(heads).hasSize(2);
    assertThat(whyNot("Digest realm=\"r\", nonce=\"n\", stale=true")).contains("is wrong");
    assertThat(heads).hasSize(6);
    assertThat(whyNot("Basic realm=\"r\""))
        .isEqualTo(
            "noticed the server asks for Basic, not for Digest, so the password was not sent");
    assertThat(whyNot("Digest realm=\"r\", nonce=\"n\", algorithm=SHA-3"))
        .contains("cannot be answered: its algorithm SHA-3");
    assertThat(whyNot("")).contains("without a challenge");
  }

  private String whyNot(String challenge) throws IOException {
    var peer = serving(_ -> "401 Unauthorized\r\nWWW-Authenticate: " + challenge);
    var refused = dialing.rejected(ConnectSpec.to(peer.url()).credentials(ann()));
    assertThat(refused.answer().status()).isEqualTo(401);
    var noticed = dialing.watcher.soFar().stream().filter(one -> one.startsWith("noticed"));
    return noticed.toList().getLast();
  }

  @Test
  void theConnectTimeoutBoundsAllRequestsTogether() throws IOException {
    var peer =
        Peer.doing(talk -> {
          if (target(talk.readHead()).equals("/")) {
            talk.send("HTTP/1.1 302 Away\r\nContent-Length: 0\r\nLocation: /next\r\n\r\n");
          }
          talk.hang();
        });
    peers.add(peer);
    var spec = Dialing.hasty(peer.url()).maxRedirects(5);
    var failed = dialing.failed(spec, Stage.UPGRADE, Cause.TIMEOUT);
    assertThat(failed.evidence().way().hops()).hasSize(1);
    assertThat(failed.evidence().timings().total().toMillis()).isLessThan(2000);
  }

  @Test
  void givingUpEndsTheRequestAtHand() throws IOException {
    var peer =
        serving(request -> target(request).equals("/") ? "302 Found\r\nLocation: /next" : hang());
    var watcher = new Watcher();
    var attempt = dialing.connector().connect(following(peer.url()).build(), watcher);
    watcher.await("upgrading /next");
    assertThat(attempt.cancel(false)).isTrue();
    var again = new Watcher();
    assertThat(Watcher.get(dialing.connector().connect(spec(), again)))
        .isInstanceOf(Attempt.Open.class);
  }

  private ConnectSpec spec() throws IOException {
    return ConnectSpec.to(serving(_ -> "").url()).build();
  }

  /** A body that never comes. */
  private static String hang() {
    return "200 OK\r\nContent-Length: 99\r\nX: y";
  }

  @Test
  void whatBeginsWithTlsDoesNotGoOnWithout() {
    var url = new WsUrl(true, "a.example", 443, "/");
    var spec = following(url).build();
    var head =
        new ResponseHead(
            "HTTP/1.1", 301, "Moved", List.of(new Header("Location", "http://a.example/")));
    var evidence = new EvidenceLog(url, 0, Way.STRAIGHT).toEvidence();
    var refused = new Attempt.Rejected(evidence, head, Bytes.EMPTY, Attempt.BodyEnd.COMPLETE);
    assertThat(new Redirects(spec).after(refused, List.of()))
        .isEqualTo(
            new Turn.Stuck(
                "301 Moved leads from TLS to ws://a.example/ without TLS, which is not followed"));
  }

  @Test
  void anObserverThatThrowsLeavesNoConnectionOpen() throws Exception {
    var end = new CompletableFuture<String>();
    var faulty =
        new ConnectionObserver() {
          @Override
          public void noticed(String text) {
            throw new IllegalStateException("on purpose: " + text);
          }
        };
    try (var peer =
        Peer.doing(talk -> {
          talk.upgrade("Set-Cookie: a=b; Domain=other.example\r\n", Bytes.EMPTY);
          try {
            end.complete(talk.readAll().toText());
          } catch (SocketException reset) {
            end.complete("reset");
          }
        })) {
      assertThat(dialing.connector().connect(ConnectSpec.to(peer.url()).build(), faulty))
          .failsWithin(Duration.ofSeconds(10))
          .withThrowableOfType(ExecutionException.class)
          .withMessageContaining("on purpose: the cookie a was not kept");
      assertThat(Watcher.get(end)).isEqualTo("reset");
    }
  }
}
