package parley.transport.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.model.connection.Attempt;
import parley.model.connection.Cause;
import parley.model.connection.ClientIdentity;
import parley.model.connection.ConnectSpec;
import parley.model.connection.Route;
import parley.model.connection.Stage;
import parley.model.connection.TlsFacts;
import parley.model.connection.TlsSpec;
import parley.model.connection.WsUrl;
import parley.protocol.frame.Bytes;
import parley.transport.fixture.Certificates;
import parley.transport.fixture.Peer;
import parley.transport.fixture.Talk;
import parley.transport.tls.KeyMaterial;

/** TLS as a client: what is verified, what is shown, and why it fails. */
@Timeout(60)
class TlsTest {

  private static final Peer.Script UPGRADE =
      talk -> {
        talk.upgrade();
        talk.hang();
      };

  private final Dialing dialing = new Dialing();
  @TempDir private Path folder;
  private TlsSpec trusting = TlsSpec.DEFAULT;

  @BeforeEach
  void trustTheAuthority() throws IOException {
    var file = Certificates.certificates(folder.resolve("ca.pem"), Certificates.AUTHORITY);
    trusting = TlsSpec.DEFAULT.withAuthorities(List.of(file));
  }

  @AfterEach
  void close() {
    dialing.close();
  }

  private static Peer serving(KeyMaterial identity) throws Exception {
    return Peer.on(Certificates.listening(identity), UPGRADE);
  }

  private static Peer serving(Consumer<SSLServerSocket> settings) throws Exception {
    var socket = Certificates.listening(Certificates.forLocalhost());
    settings.accept(socket);
    return Peer.on(socket, UPGRADE);
  }

  private static ConnectSpec.Builder to(Peer peer, TlsSpec tls) {
    return ConnectSpec.to(peer.tlsUrl()).tls(tls);
  }

  private Attempt.Failed refused(Peer peer, TlsSpec tls, Cause cause) {
    var failed = dialing.failed(to(peer, tls), Stage.TLS, cause);
    assertThat(facts(failed).verified()).isFalse();
    assertThat(failed.evidence().timings().of(Stage.TLS)).isPresent();
    return failed;
  }

  private static TlsFacts facts(Attempt attempt) {
    return attempt.evidence().tls().orElseThrow();
  }

  @Test
  void aCertificateOfACustomAuthorityIsVerified() throws Exception {
    try (var peer = serving(Certificates.forLocalhost())) {
      var open = dialing.open(to(peer, trusting));
      assertThat(facts(open).verified()).isTrue();
      assertThat(facts(open).protocol()).contains("TLSv1.3");
      assertThat(facts(open).cipher()).hasValueSatisfying(c -> assertThat(c).startsWith("TLS_"));
      assertThat(facts(open).serverName()).contains("localhost");
      assertThat(facts(open).chain())
          .extracting(X509Certificate::getSubjectX500Principal)
          .extracting(Object::toString)
          .containsExactly("CN=localhost", "CN=Authority");
      assertThat(open.evidence().timings().of(Stage.TLS)).isPresent();
      assertThat(dialing.watcher.soFar()).containsSubsequence("securing localhost", "secured");
    }
  }

  @Test
  void anAddressIsVerifiedToo() throws Exception {
    try (var peer = serving(Certificates.forLocalhost())) {
      var url = new WsUrl(true, "127.0.0.1", peer.port(), "/");
      var open = dialing.open(ConnectSpec.to(url).tls(trusting));
      assertThat(facts(open).verified()).isTrue();
      assertThat(facts(open).serverName()).isEmpty();
    }
  }

  @Test
  void anUnknownAuthorityIsDiagnosedAndItsChainKept() throws Exception {
    try (var peer = serving(Certificates.forLocalhost())) {
      var failed = refused(peer, TlsSpec.DEFAULT, Cause.CERTIFICATE_AUTHORITY_UNKNOWN);
      assertThat(failed.text()).contains("CN=Authority");
      assertThat(facts(failed).chain()).hasSize(2);
      assertThat(facts(failed).protocol()).contains("TLSv1.3");
      assertThat(facts(failed).cipher()).isPresent();
    }
  }

  @Test
  void aSelfSignedCertificateIsDiagnosed() throws Exception {
    try (var peer = serving(Certificates.selfSigned("me", List.of("localhost")))) {
      var failed = refused(peer, trusting, Cause.CERTIFICATE_SELF_SIGNED);
      assertThat(failed.text()).contains("self-signed by CN=me");
    }
  }

  @Test
  void aSelfSignedCertificateMayBeItsOwnAuthority() throws Exception {
    var own = Certificates.selfSigned("me", List.of("localhost"));
    var file = Certificates.certificates(folder.resolve("own.pem"), own);
    try (var peer = serving(own)) {
      dialing.open(to(peer, TlsSpec.DEFAULT.withAuthorities(List.of(file))));
    }
  }

  @Test
  void anExpiredCertificateIsDiagnosed() throws Exception {
    var lastYear = Instant.parse("2024-03-01T10:00:00Z");
    try (var peer = serving(Certificates.valid(lastYear))) {
      var failed = refused(peer, trusting, Cause.CERTIFICATE_EXPIRED);
      assertThat(failed.text()).contains("expired on 2024-03-02T10:00:00Z");
    }
  }

  @Test
  void anExpiredCertificateOfAnUnknownAuthorityIsBoth() throws Exception {
    try (var peer = serving(Certificates.valid(Instant.parse("2024-03-01T10:00:00Z")))) {
      var failed = refused(peer, TlsSpec.DEFAULT, Cause.CERTIFICATE_EXPIRED);
      assertThat(failed.text()).contains("expired on").contains("unknown authority");
    }
  }

  @Test
  void aCertificateOfTheFutureIsDiagnosed() throws Exception {
    try (var peer = serving(Certificates.valid(Instant.now().plus(Duration.ofDays(7))))) {
      refused(peer, trusting, Cause.CERTIFICATE_NOT_YET_VALID);
    }
  }

  @Test
  void aCertificateOfAnotherHostIsDiagnosed() throws Exception {
    try (var peer = serving(Certificates.forHosts("example.com", "*.example.org"))) {
      var failed = refused(peer, trusting, Cause.CERTIFICATE_WRONG_HOST);
      assertThat(failed.text()).contains("for example.com, *.example.org, not localhost");
    }
  }

  @Test
  void theServerNameReplacesTheHostOfTheUrl() throws Exception {
    try (var peer = serving(Certificates.forHosts("*.example.org"))) {
      var open = dialing.open(to(peer, trusting.withServerName("www.example.org")));
      assertThat(facts(open).serverName()).contains("www.example.org");
      assertThat(facts(open).verified()).isTrue();
    }
  }

  @Test
  void withoutVerificationAnythingPassesAndTheFactsSaySo() throws Exception {
    try (var peer = serving(Certificates.selfSigned("me", List.of("elsewhere")))) {
      var open = dialing.open(to(peer, TlsSpec.DEFAULT.withVerify(false)));
      assertThat(facts(open).verified()).isFalse();
      assertThat(facts(open).chain()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void aMissingClientCertificateIsDiagnosed(String protocol) throws Exception {
    try (var peer = serving(socket -> socket.setNeedClientAuth(true))) {
      var spec = to(peer, trusting.withProtocols(List.of(protocol)));
      var failed = (Attempt.Failed) dialing.attempt(spec);
      assertThat(failed.cause()).as(failed.text()).isEqualTo(Cause.CLIENT_CERTIFICATE_REQUIRED);
      assertThat(failed.cause().isTls()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void aClientCertificateOfTheWrongAuthorityIsRefused(String protocol) throws Exception {
    var stranger = identity(Certificates.selfSigned("stranger", List.of()));
    try (var peer = serving(socket -> socket.setNeedClientAuth(true))) {
      var tls = trusting.withProtocols(List.of(protocol)).withIdentity(stranger);
      var failed = (Attempt.Failed) dialing.attempt(to(peer, tls));
      assertThat(failed.cause()).as(failed.text()).isEqualTo(Cause.CLIENT_CERTIFICATE_REFUSED);
    }
  }

  private ClientIdentity identity(KeyMaterial material) throws IOException {
    return new ClientIdentity.Pem(
        Certificates.certificates(folder.resolve("client.pem"), material),
        Certificates.key(folder.resolve("client.key"), material),
        null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void aClientCertificateInPemIsShown(String protocol) throws Exception {
    try (var peer = serving(socket -> socket.setNeedClientAuth(true))) {
      var own = identity(Certificates.forHosts("client"));
      dialing.open(to(peer, trusting.withProtocols(List.of(protocol)).withIdentity(own)));
    }
  }

  @Test
  void aClientCertificateInPkcs12IsShown() throws Exception {
    var file = Certificates.pkcs12(folder.resolve("client.p12"), Certificates.forHosts("client"));
    try (var peer = serving(socket -> socket.setNeedClientAuth(true))) {
      dialing.open(to(peer, trusting.withIdentity(new ClientIdentity.Pkcs12(file, "secret"))));
    }
  }

  @Test
  void filesThatCannotBeUsedFailBeforeAnythingIsSent() throws Exception {
    try (var peer = serving(Certificates.forLocalhost())) {
      var absent = TlsSpec.DEFAULT.withAuthorities(List.of(folder.resolve("absent.pem")));
      var failed = dialing.failed(to(peer, absent), Stage.TLS, Cause.TLS_SETTINGS);
      assertThat(failed.text()).contains("absent.pem").contains("no such file");
    }
  }

  @Test
  void noCommonVersionIsDiagnosed() throws Exception {
    try (var peer = serving(socket -> socket.setEnabledProtocols(new String[] {"TLSv1.3"}))) {
      refused(peer, trusting.withProtocols(List.of("TLSv1.2")), Cause.TLS_NO_COMMON_GROUND);
    }
  }

  @Test
  void aServerWithoutTlsIsDiagnosedByItsFirstBytes() throws Exception {
    var answer = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n" + "x".repeat(100);
    try (var peer =
        Peer.doing(talk -> {
          talk.send(answer);
          talk.hang();
        })) {
      var failed = refused(peer, trusting, Cause.NOT_TLS);
      assertThat(failed.evidence().received().toText()).isEqualTo(answer.substring(0, 64));
    }
  }

  @Test
  void aPlainClientIsToldThatTheServerSpeaksTls() throws Exception {
    try (var peer = serving(Certificates.forLocalhost())) {
      var url = new WsUrl(false, "127.0.0.1", peer.port(), "/");
      var failed = dialing.failed(url, Stage.UPGRADE, Cause.NOT_HTTP);
      assertThat(failed.text()).contains("TLS");
    }
  }

  @Test
  void aHangIsATimeoutInTls() throws Exception {
    try (var peer = Peer.doing(Talk::hang)) {
      var failed = dialing.failed(Dialing.hasty(peer.tlsUrl()), Stage.TLS, Cause.TIMEOUT);
      assertThat(failed.evidence().timings().of(Stage.UPGRADE)).isEmpty();
    }
  }

  @Test
  void anEndWithinTheHandshakeIsItsOwnOutcome() throws Exception {
    try (var peer =
        Peer.doing(talk -> {
          talk.read(50);
          talk.endOutput();
          talk.hang();
        })) {
      dialing.failed(peer.tlsUrl(), Stage.TLS, Cause.STREAM_ENDED);
    }
  }

  @Test
  void aResetWithinTheHandshakeIsItsOwnOutcome() throws Exception {
    try (var peer =
        Peer.doing(talk -> {
          talk.read(50);
          talk.reset();
        })) {
      dialing.failed(peer.tlsUrl(), Stage.TLS, Cause.RESET);
    }
  }

  @Test
  void anAlertOfTheServerIsNamed() throws Exception {
    try (var peer =
        Peer.doing(talk -> {
          talk.read(50);
          talk.send(Bytes.hex("15030300020270")); // RFC 8446, 6: alert 112
          talk.hang();
        })) {
      var failed = refused(peer, trusting, Cause.TLS_FAILED);
      assertThat(failed.text()).contains("unrecognized_name");
    }
  }

  @Test
  void http11IsOfferedByAlpn() throws Exception {
    var socket = Certificates.listening(Certificates.forLocalhost());
    var parameters = socket.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {"http/1.1"});
    socket.setSSLParameters(parameters);
    try (var peer = Peer.on(socket, UPGRADE)) {
      assertThat(facts(dialing.open(to(peer, trusting))).applicationProtocol())
          .contains("http/1.1");
    }
  }

  @Test
  void theHostOfAnIpv6UrlIsVerified() throws Exception {
    try (var peer = serving(Certificates.forLocalhost())) {
      var url = new WsUrl(true, "::1", peer.port(), "/");
      var spec =
          ConnectSpec.to(url)
              .tls(trusting)
              .route(
                  Route.DIRECT.withResolved(
                      url.hostPort(), List.of(InetAddress.ofLiteral("127.0.0.1"))));
      assertThat(facts(dialing.open(spec)).verified()).isTrue();
    }
  }
}
