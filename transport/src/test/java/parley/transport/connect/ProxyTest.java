package parley.transport.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.model.connection.Attempt;
import parley.model.connection.Cause;
import parley.model.connection.ConnectSpec;
import parley.model.connection.HostPort;
import parley.model.connection.NoProxy;
import parley.model.connection.Proxies;
import parley.model.connection.ProxySpec;
import parley.model.connection.Route;
import parley.model.connection.Stage;
import parley.model.connection.TlsSpec;
import parley.model.connection.Tunnel;
import parley.model.connection.WsUrl;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.ResponseHead;
import parley.transport.connection.ConnectionObserver;
import parley.transport.fixture.Certificates;
import parley.transport.fixture.Peer;
import parley.transport.fixture.Talk;

/** What proxies can be made to do that real ones do not do on demand. */
@Timeout(30)
class ProxyTest {

  private static final String OK = "HTTP/1.1 200 Connection established\r\n\r\n";
  private static final WsUrl FAR = new WsUrl(false, "far.example", 80, "/chat");
  private static final String CLOSING_407 =
      """
      HTTP/1.1 407 Who?\r
      Proxy-Authenticate: Basic realm="r"\r
      Connection: close\r
      Content-Length: 4\r
      \r
      who?\
      """;
  private static final String STAYING_407 =
      """
      HTTP/1.1 407 Who?\r
      Proxy-Authenticate: Basic realm="r"\r
      Proxy-Authenticate: Digest realm="d", qop="auth", nonce="n"\r
      Content-Length: 4\r
      \r
      who?\
      """;

  private final Dialing dialing = new Dialing();
  private final BlockingQueue<String> heads = new LinkedBlockingQueue<>();
  @TempDir private Path folder;

  @AfterEach
  void close() {
    dialing.close();
  }

  private String head() throws InterruptedException {
    return String.valueOf(heads.poll(10, TimeUnit.SECONDS));
  }

  private String readHead(Talk talk) throws IOException {
    var head = talk.readHead();
    heads.add(head);
    return head;
  }

  /** Answers CONNECT with {@code answer} and, when it is a 200, acts as the server, too. */
  private Peer proxy(String answer) throws IOException {
    return Peer.doing(talk -> {
      readHead(talk);
      talk.send(answer);
      if (answer.equals(OK)) {
        talk.upgrade();
        talk.hang();
      }
    });
  }

  private static ConnectSpec.Builder through(String url) {
    var proxy = ((ProxySpec.Parsed.Valid) ProxySpec.parse(url)).proxy();
    return through(proxy, FAR);
  }

  private static ConnectSpec.Builder through(ProxySpec proxy, WsUrl url) {
    return ConnectSpec.to(url)
        .route(Route.DIRECT.withProxies(new Proxies.Through(proxy, NoProxy.NOWHERE)));
  }

  private static Tunnel tunnel(Attempt attempt) {
    return attempt.evidence().way().tunnel().orElseThrow();
  }

  @Test
  void connectNamesTheServerAndNothingOfTheHandshake() throws Exception {
    try (var peer = proxy(OK)) {
      var open = dialing.open(through("http://127.0.0.1:" + peer.port()));

      assertThat(head())
          .isEqualTo("CONNECT far.example:80 HTTP/1.1\r\nHost: far.example:80\r\n\r\n");
      assertThat(tunnel(open).proxy()).isEqualTo("http://127.0.0.1:" + peer.port());
      assertThat(tunnel(open).answer().orElseThrow().status()).isEqualTo(200);
      assertThat(open.evidence().remote().orElseThrow().toString()).contains("" + peer.port());
      assertThat(open.evidence().timings().of(Stage.PROXY)).isPresent();
      assertThat(open.evidence().timings().of(Stage.DNS)).isEmpty();
      assertThat(dialing.watcher.soFar())
          .containsSubsequence(
              "connecting 127.0.0.1",
              "upgrading far.example:80",
              "answered 200",
              "upgrading /chat");
    }
  }

  @Test
  void anObserverThatThrowsAtTheProxysAnswerEndsTheAttemptAtOnce() throws Exception {
    var faulty =
        new ConnectionObserver() {
          @Override
          public void answered(ResponseHead answer, Duration duration) {
            throw new IllegalStateException("on purpose");
          }
        };
    try (var peer = proxy(OK)) {
      var spec = through("http://127.0.0.1:" + peer.port()).build();
      assertThat(dialing.connector().connect(spec, faulty))
          .failsWithin(Duration.ofSeconds(10))
          .withThrowableOfType(ExecutionException.class)
          .withMessageContaining("on purpose");
    }
  }

  @Test
  void loginIsToldOnAnotherConnectionWhenTheProxyClosesBehindIts407() throws Exception {
    try (var peer =
        Peer.doing(talk -> {
          if (readHead(talk).contains("Proxy-Authorization: Basic YW5uOnNlY3JldA==")) {
            talk.send(OK);
            talk.upgrade();
            talk.hang();
          } else {
            talk.send(CLOSING_407);
          }
        })) {
      var open = dialing.open(through("http://ann:secret@127.0.0.1:" + peer.port()));

      assertThat(head()).doesNotContain("Authorization");
      assertThat(tunnel(open).request().orElseThrow().first("Proxy-Authorization"))
          .contains("Basic •••");
      assertThat(open.evidence().tries()).hasSize(2);
    }
  }

  @Test
  void digestIsPreferredAndToldOnTheSameConnection() throws Exception {
    try (var peer =
        Peer.doing(talk -> {
          readHead(talk);
          talk.send(STAYING_407);
          readHead(talk);
          talk.send(OK);
          talk.upgrade();
          talk.hang();
        })) {
      var open = dialing.open(through("http://ann:secret@127.0.0.1:" + peer.port()));

      assertThat(open.evidence().tries()).hasSize(1);
      assertThat(head()).isNotEmpty();
      assertThat(head())
          .contains("Proxy-Authorization: Digest username=\"ann\", realm=\"d\", nonce=\"n\"")
          .contains("uri=\"far.example:80\"");
      assertThat(tunnel(open).toString()).doesNotContain("secret").contains("response=\"•••\"");
    }
  }

  @Test
  void connectionThatDiesBehindA407IsReplaced() throws Exception {
    var connections = new AtomicInteger();
    try (var peer =
        Peer.doing(talk -> {
          readHead(talk);
          if (connections.getAndIncrement() == 0) {
            talk.send(STAYING_407);
            talk.readHead();
          } else {
            talk.send(OK);
            talk.upgrade();
            talk.hang();
          }
        })) {
      dialing.open(through("http://ann:secret@127.0.0.1:" + peer.port()));

      assertThat(head()).doesNotContain("Authorization");
      assertThat(head()).contains("Proxy-Authorization: Digest");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "'' | 407 Who | Basic realm=\"r\" | PROXY_LOGIN | asks for a user and a password (407; it"
            + " takes Basic)",
        "ann:no@ | 407 Who | Basic realm=\"r\" | PROXY_LOGIN | does not accept the user ann with"
            + " this password (407; realm \"r\")",
        "ann:no@ | 407 Who | Negotiate, NTLM | PROXY_LOGIN | takes Negotiate, NTLM, and Parley"
            + " speaks Basic and Digest",
        "ann:no@ | 407 Who | Digest realm=r, nonce=n, algorithm=X | PROXY_LOGIN | asks for a digest"
            + " that cannot be answered: its algorithm X",
        "ann:no@ | 407 Who | Digest realm=r, nonce=n, stale=true | PROXY_LOGIN | does not accept",
        "'' | 403 Forbidden | x | PROXY_REFUSED | does not open the way to far.example:80: 403"
            + " Forbidden",
        "'' | 302 Found | x | PROXY_REFUSED | does not open the way to far.example:80: 302 Found",
        "'' | 502 Bad Gateway | x | PROXY_NO_WAY | did not get through to far.example:80: 502 Bad"
            + " Gateway",
        "'' | 405 No | x | NOT_A_PROXY | does not take CONNECT, so it may be a web server and no"
            + " proxy: 405 No"
      })
  void refusalIsKeptWhole(String login, String status, String challenge, Cause cause, String text)
      throws Exception {
    var answer =
        "HTTP/1.1 %s\r\nProxy-Authenticate: %s\r\nX-Odd:  yes\r\nContent-Length: 7\r\n\r\n<p>no\r\n"
            .formatted(status, challenge)
            .replace("<p>no\r\n", "<p>no!!");
    try (var peer = proxy(answer)) {
      var url = "http://" + login.replace("'", "") + "127.0.0.1:" + peer.port();
      var failed = dialing.failed(through(url), Stage.PROXY, cause);

      assertThat(failed.text()).contains(text).doesNotContain(":no@");
      assertThat(tunnel(failed).answer().orElseThrow().first("X-Odd")).contains("yes");
      assertThat(tunnel(failed).body()).isEqualTo(Bytes.utf8("<p>no!!"));
      assertThat(failed.evidence().answer()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "http | SSH-2.0-x\\r\\n | NOT_A_PROXY | is no HTTP proxy: \"SSH-2.0-x",
        "http | § § | STREAM_ENDED | ended the connection",
        "socks5h | HTTP/1.1 400 Bad Request\\r\\n\\r\\n"
            + " | NOT_A_PROXY | it looks like an HTTP proxy",
        "socks5h | SSH-2.0 | NOT_A_PROXY | it begins its answer with the byte 0x53",
        "socks5h | § § | STREAM_ENDED | ended the connection without an answer"
      })
  void whatIsNoProxyIsNamed(String scheme, String answer, Cause cause, String text)
      throws Exception {
    try (var peer =
        Peer.doing(talk -> {
          var _ = talk.read(1);
          talk.send(answer.isBlank() ? "" : answer.replace("\\r\\n", "\r\n"));
          talk.endOutput();
          talk.readAll();
        })) {
      var failed =
          dialing.failed(through(scheme + "://127.0.0.1:" + peer.port()), Stage.PROXY, cause);

      assertThat(failed.text()).contains(text);
      assertThat(failed.evidence().received().toText())
          .isEqualTo(answer.isBlank() ? "" : answer.replace("\\r\\n", "\r\n"));
    }
  }

  @Test
  void proxyThatHangsIsGivenUpAtTheDeadlineOfAll() throws Exception {
    try (var peer = Peer.doing(Talk::hang)) {
      for (var scheme : List.of("http", "socks5h", "https")) {
        var spec =
            through(scheme + "://127.0.0.1:" + peer.port()).connectTimeout(Duration.ofMillis(300));
        var failed = dialing.failed(spec, Stage.PROXY, Cause.TIMEOUT);

        assertThat(failed.text())
            .isEqualTo(
                "the proxy %s://127.0.0.1:%d did not open the way to far.example:80 within 300 ms"
                    .formatted(scheme, peer.port()));
      }
    }
  }

  @Test
  void proxyThatIsNotThereIsSaidToBeTheProxy() throws Exception {
    var unknown = through("http://no.such.invalid:3128");
    assertThat(dialing.failed(unknown, Stage.DNS, Cause.NAME_UNKNOWN).text())
        .isEqualTo(
            "the proxy http://no.such.invalid:3128 is not reached: the name no.such.invalid is not"
                + " known");
    var peer = proxy(OK);
    peer.close();
    var refused = through("socks5://127.0.0.1:" + peer.port());
    assertThat(dialing.failed(refused, Stage.TCP, Cause.CONNECTION_REFUSED).text())
        .startsWith("the proxy socks5://127.0.0.1:" + peer.port() + " is not reached: ");
  }

  @Test
  void namesAreLookedUpByWhomTheSchemeSays() throws Exception {
    try (var peer =
        Peer.doing(talk -> {
          talk.read(3);
          talk.send(Bytes.hex("0500"));
          var asked = talk.read(4).toHex();
          if (!asked.isEmpty()) {
            heads.add(asked);
          }
        })) {
      var address = "://127.0.0.1:" + peer.port();
      var local = dialing.failed(through("socks5" + address), Stage.PROXY, Cause.NAME_UNKNOWN);
      assertThat(local.text())
          .isEqualTo(
              "the name far.example is not known on this machine; socks5h:// has the proxy look it"
                  + " up");
      var _ = dialing.attempt(through("socks5h" + address));
      assertThat(head()).isEqualTo("05010003");
      var resolved =
          new Proxies.Through(
              ((ProxySpec.Parsed.Valid) ProxySpec.parse("socks5" + address)).proxy(),
              NoProxy.NOWHERE);
      var route =
          Route.DIRECT
              .withProxies(resolved)
              .withResolved(new HostPort("far.example", 80), List.of(InetAddress.ofLiteral("::1")));
      var _ = dialing.attempt(ConnectSpec.to(FAR).route(route));
      assertThat(head()).isEqualTo("05010004");
    }
  }

  @Test
  void loginThatSocksCannotSayIsRefusedBeforeItIsSent() throws Exception {
    try (var peer = Peer.doing(Talk::hang)) {
      var failed =
          dialing.failed(
              through("socks5h://ann@127.0.0.1:" + peer.port()), Stage.PROXY, Cause.PROXY_LOGIN);

      assertThat(failed.text()).contains("1 to 255 bytes");
    }
  }

  @Test
  void tlsToTheProxyIsJudgedByItsOwnSettings() throws Exception {
    var authority = Certificates.certificates(folder.resolve("ca.pem"), Certificates.AUTHORITY);
    var socket = Certificates.listening(Certificates.forLocalhost());
    try (var peer =
        Peer.on(
            socket,
            talk -> {
              readHead(talk);
              talk.send(OK);
              talk.upgrade();
              talk.hang();
            })) {
      var proxy =
          ((ProxySpec.Parsed.Valid) ProxySpec.parse("https://localhost:" + peer.port())).proxy();
      var failed =
          dialing.failed(through(proxy, FAR), Stage.PROXY, Cause.CERTIFICATE_AUTHORITY_UNKNOWN);
      assertThat(failed.text()).startsWith("TLS to the proxy https://localhost:" + peer.port());
      assertThat(tunnel(failed).tls().orElseThrow().chain()).isNotEmpty();

      var trusting = proxy.withTls(TlsSpec.DEFAULT.withAuthorities(List.of(authority)));
      var open = dialing.open(through(trusting, FAR));
      assertThat(tunnel(open).tls().orElseThrow().verified()).isTrue();
      assertThat(open.evidence().tls()).isEmpty();

      var unusable =
          proxy.withTls(TlsSpec.DEFAULT.withAuthorities(List.of(folder.resolve("none.pem"))));
      dialing.failed(through(unusable, FAR), Stage.PROXY, Cause.TLS_SETTINGS);
    }
    try (var plain = Peer.doing(talk -> talk.send("HTTP/1.1 400 Bad Request\r\n\r\n"))) {
      var url = "https://127.0.0.1:" + plain.port();
      dialing.failed(through(url), Stage.PROXY, Cause.NOT_TLS);
    }
  }
}
