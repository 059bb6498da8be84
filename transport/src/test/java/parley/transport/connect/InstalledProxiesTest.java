package parley.transport.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parley.model.connection.Attempt;
import parley.model.connection.Cause;
import parley.model.connection.ConnectSpec;
import parley.model.connection.NoProxy;
import parley.model.connection.Proxies;
import parley.model.connection.ProxySpec;
import parley.model.connection.Route;
import parley.model.connection.Stage;
import parley.model.connection.TlsSpec;
import parley.model.connection.Tunnel;
import parley.model.connection.WsUrl;
import parley.transport.fixture.Certificates;
import parley.transport.fixture.InstalledProxy;
import parley.transport.fixture.Peer;
import parley.transport.fixture.Talk;

/** Through tinyproxy, squid, dante and microsocks, and what they say when they refuse. */
@Timeout(60)
class InstalledProxiesTest {

  private final Dialing dialing = new Dialing();
  @TempDir private Path folder;

  @AfterEach
  void close() {
    dialing.close();
  }

  private static Peer server() throws IOException {
    return Peer.doing(Talk::upgrade);
  }

  private static WsUrl nobody() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return new WsUrl(false, "localhost", socket.getLocalPort(), "/");
    }
  }

  private static ProxySpec proxy(String scheme, String login, InstalledProxy proxy) {
    var text = scheme + "://" + login + "localhost:" + proxy.port();
    return ((ProxySpec.Parsed.Valid) ProxySpec.parse(text)).proxy();
  }

  private static ConnectSpec.Builder through(ProxySpec proxy, WsUrl url) {
    return ConnectSpec.to(url)
        .route(Route.DIRECT.withProxies(new Proxies.Through(proxy, NoProxy.NOWHERE)));
  }

  private static Tunnel tunnel(Attempt attempt) {
    return attempt.evidence().way().tunnel().orElseThrow();
  }

  @Test
  void tinyproxyIsToldTheBasicLoginOnAnotherConnection() throws Exception {
    try (var peer = server();
        var installed = InstalledProxy.tinyproxy(folder, peer.port())) {
      var url = new WsUrl(false, "localhost", peer.port(), "/");
      var open = dialing.open(through(proxy("http", "ann:secret@", installed), url));
      assertThat(open.evidence().tries()).hasSize(2);
      assertThat(tunnel(open).answer().orElseThrow().status()).isEqualTo(200);

      var asked =
          dialing.failed(
              through(proxy("http", "", installed), url), Stage.PROXY, Cause.PROXY_LOGIN);
      assertThat(asked.text()).contains("asks for a user and a password (407; it takes Basic)");
      assertThat(tunnel(asked).body().toText()).contains("This proxy requires authentication");

      var wrong =
          dialing.failed(
              through(proxy("http", "ann:no@", installed), url), Stage.PROXY, Cause.PROXY_LOGIN);
      assertThat(wrong.text()).contains("does not accept the user ann with this password (401");

      var forbidden =
          dialing.failed(
              through(proxy("http", "ann:secret@", installed), nobody()),
              Stage.PROXY,
              Cause.PROXY_REFUSED);
      assertThat(forbidden.text()).endsWith("403 Access violation");
    }
  }

  @Test
  void squidIsAnsweredByDigest() throws Exception {
    try (var peer = server();
        var installed = InstalledProxy.squid(folder, 7)) {
      var known = proxy("http", "ann:secret@", installed);
      var open = dialing.open(through(known, peer.url()));
      assertThat(tunnel(open).request().orElseThrow().first("Proxy-Authorization").orElseThrow())
          .startsWith("Digest username=\"ann\", realm=\"far\"");
      assertThat(open.evidence().tries()).hasSize(1);

      var wrong =
          dialing.failed(
              through(proxy("http", "ann:no@", installed), peer.url()),
              Stage.PROXY,
              Cause.PROXY_LOGIN);
      assertThat(wrong.text()).contains("ann with this password (407; realm \"far\")");
      var denied = new WsUrl(false, "localhost", 7, "/");
      var refused = dialing.failed(through(known, denied), Stage.PROXY, Cause.PROXY_REFUSED);
      assertThat(tunnel(refused).answer().orElseThrow().first("X-Squid-Error"))
          .contains("ERR_ACCESS_DENIED 0");
      assertThat(tunnel(refused).body().toText()).contains("</html>");
      var noWay = dialing.failed(through(known, nobody()), Stage.PROXY, Cause.PROXY_NO_WAY);
      assertThat(noWay.text()).endsWith("503 Service Unavailable");
    }
  }

  @Test
  void tlsToTheServerGoesInsideOfTlsToTheProxy() throws Exception {
    var authority = Certificates.certificates(folder.resolve("ca.pem"), Certificates.AUTHORITY);
    var own = Certificates.forLocalhost();
    var certificate = Certificates.certificates(folder.resolve("own.pem"), own);
    var key = Certificates.key(folder.resolve("own.key"), own);
    var tls = TlsSpec.DEFAULT.withAuthorities(List.of(authority));
    try (var peer = Peer.on(Certificates.listening(Certificates.forLocalhost()), Talk::upgrade);
        var installed = InstalledProxy.tinyproxy(folder, peer.port());
        var outside = InstalledProxy.insideTls(folder, installed, certificate, key)) {
      var secured = proxy("https", "ann:secret@", outside).withTls(tls);
      var open = dialing.open(through(secured, peer.tlsUrl()).tls(tls));

      assertThat(tunnel(open).tls().orElseThrow().verified()).isTrue();
      assertThat(open.evidence().tls().orElseThrow().verified()).isTrue();
      dialing.failed(
          through(secured, peer.tlsUrl()), Stage.TLS, Cause.CERTIFICATE_AUTHORITY_UNKNOWN);
    }
  }

  @Test
  void danteConnectsByNameAndByAddress() throws Exception {
    try (var peer = server();
        var installed = InstalledProxy.dante(folder, 7)) {
      var byName = new WsUrl(false, "localhost", peer.port(), "/");
      dialing.open(through(proxy("socks5h", "", installed), byName));
      dialing.open(through(proxy("socks5", "", installed), byName));
      dialing.open(through(proxy("socks5h", "ann:secret@", installed), peer.url()));

      var denied = new WsUrl(false, "127.0.0.1", 7, "/");
      var refused =
          dialing.failed(
              through(proxy("socks5h", "", installed), denied), Stage.PROXY, Cause.PROXY_REFUSED);
      assertThat(refused.text()).endsWith("its rules do not allow the connection (reply 2)");
      var noWay =
          dialing.failed(
              through(proxy("socks5h", "", installed), nobody()), Stage.PROXY, Cause.PROXY_NO_WAY);
      assertThat(noWay.text()).endsWith("the server refused the connection (reply 5)");
    }
  }

  @Test
  void microsocksIsToldTheLogin() throws Exception {
    try (var peer = server();
        var installed = InstalledProxy.microsocks(folder)) {
      dialing.open(through(proxy("socks5h", "ann:secret@", installed), peer.url()));

      var wrong =
          dialing.failed(
              through(proxy("socks5h", "ann:no@", installed), peer.url()),
              Stage.PROXY,
              Cause.PROXY_LOGIN);
      assertThat(wrong.text()).endsWith("it does not accept this user and password");
      var asked =
          dialing.failed(
              through(proxy("socks5h", "", installed), peer.url()), Stage.PROXY, Cause.PROXY_LOGIN);
      assertThat(asked.text()).endsWith("it lets nobody through without a login");
      dialing.failed(
          through(proxy("http", "", installed), peer.url()), Stage.PROXY, Cause.NOT_A_PROXY);
    }
  }
}
