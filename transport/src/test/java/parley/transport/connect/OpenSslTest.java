package parley.transport.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static parley.transport.fixture.OpenSsl.Server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.model.connection.Attempt;
import parley.model.connection.Cause;
import parley.model.connection.CipherSuite;
import parley.model.connection.ClientIdentity;
import parley.model.connection.ConnectSpec;
import parley.model.connection.HostIdentity;
import parley.model.connection.Pin;
import parley.model.connection.TlsFacts;
import parley.model.connection.TlsSpec;
import parley.model.connection.TrustSource;
import parley.model.connection.WsUrl;
import parley.transport.connection.Surroundings;
import parley.transport.fixture.OpenSsl;
import parley.transport.fixture.Watcher;

/** TLS with servers and certificates of OpenSSL. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenSslTest {

  private static final String HERE = "subjectAltName=DNS:localhost,IP:127.0.0.1";
  private static final String SERVER = "-cert server.pem -key server.key";

  private OpenSsl openssl = new OpenSsl(Path.of(""));
  private TlsSpec trusting = TlsSpec.DEFAULT;

  @BeforeAll
  void makeCertificates(@TempDir Path folder) throws Exception {
    openssl =
        OpenSsl.in(folder)
            .authority("root")
            .issue("middle", "root", "basicConstraints=critical,CA:true")
            .issue(
                "leaf",
                "middle",
                HERE,
                "authorityInfoAccess=caIssuers;URI:http://ca.example/middle.crt")
            .issue("server", "root", HERE)
            .issue("other", "root", HERE)
            .authority("second")
            .issue("ann", "root", "basicConstraints=CA:false")
            .issue("bob", "second", "basicConstraints=CA:false");
    trusting = TlsSpec.DEFAULT.withAuthorities(List.of(openssl.file("root.pem")));
  }

  private static Attempt attempt(Server server, TlsSpec tls, Surroundings surroundings) {
    try (var connector = new Connector(surroundings)) {
      return connector.connect(spec(server, tls), new Watcher()).join();
    }
  }

  /** What the server says at length is of no interest. */
  private static ConnectSpec spec(Server server, TlsSpec tls) {
    return ConnectSpec.to(new WsUrl(true, "localhost", server.port(), "/"))
        .tls(tls)
        .refusalTimeout(Duration.ofMillis(1))
        .build();
  }

  private static TlsFacts facts(Server server, TlsSpec tls) {
    var attempt = attempt(server, tls, Surroundings.NONE);
    if (attempt instanceof Attempt.Failed failed) {
      fail(failed.text());
    }
    return attempt.evidence().tls().orElseThrow();
  }

  private static Attempt.Failed refused(Server server, TlsSpec tls, Cause cause) {
    var failed = (Attempt.Failed) attempt(server, tls, Surroundings.NONE);
    assertThat(failed.cause()).as(failed.text()).isEqualTo(cause);
    return failed;
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void theKeyLogHasTheLinesOfTheServersOwn(String version) throws Exception {
    var ours = openssl.file(version + ".ours");
    var theirs = openssl.file(version + ".theirs");
    var tls = trusting.withProtocols(List.of(version)).withKeyLog(ours);
    try (var server = openssl.serve(SERVER + " -keylogfile " + theirs)) {
      try (var connector = new Connector()) {
        for (var times = 0; times < 2; times++) {
          // The second time the session might be resumed.
          var _ = connector.connect(spec(server, tls), new Watcher()).join();
        }
      }
      var unknown = tls.withTrust(List.of());
      refused(server, unknown, Cause.CERTIFICATE_AUTHORITY_UNKNOWN);
    }
    var expected = new ArrayList<>(Files.readAllLines(theirs));
    expected.removeIf(line -> line.startsWith("#"));
    var labels =
        expected.stream().map(line -> line.substring(0, line.indexOf(' '))).distinct().toList();
    assertThat(labels).hasSize(version.equals("TLSv1.3") ? 5 : 1);
    assertThat(Files.readAllLines(ours)).containsAll(lines(expected, version));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ours)))
        .isEqualTo("rw-------");
  }

  /** Of those two connections that came about; of the third, we stop in the middle. */
  private static List<String> lines(List<String> all, String version) {
    return all.subList(0, version.equals("TLSv1.3") ? 10 : 2);
  }

  @Test
  void theVariableOfBrowsersNamesAKeyLogToo() throws Exception {
    var file = openssl.file("variable.log");
    var surroundings = Surroundings.of(Map.of("SSLKEYLOGFILE", file.toString()));
    try (var server = openssl.serve(SERVER)) {
      var _ = attempt(server, trusting, surroundings);
      assertThat(file).content().contains("CLIENT_TRAFFIC_SECRET_0 ");
      var nowhere = trusting.withKeyLog(openssl.file("no/keys.log"));
      assertThat(refused(server, nowhere, Cause.TLS_SETTINGS).text())
          .contains("keys.log: the key log cannot be made: there is no such folder");
    }
  }

  @Test
  void aServerThatSendsOnlyItsOwnCertificateIsTold() throws Exception {
    try (var gap = openssl.serve("-cert leaf.pem -key leaf.key")) {
      assertThat(refused(gap, trusting, Cause.CERTIFICATE_CHAIN_INCOMPLETE).text())
          .isEqualTo(
              "the server's certificate was issued by CN=middle,O=root, whose certificate the"
                  + " server did not send (it is at http://ca.example/middle.crt)");
    }
    try (var whole = openssl.serve("-cert leaf.pem -key leaf.key -cert_chain middle.pem")) {
      assertThat(facts(whole, trusting).verified()).isTrue();
      refused(
          whole,
          TlsSpec.DEFAULT.withAuthorities(List.of(openssl.file("second.pem"))),
          Cause.CERTIFICATE_AUTHORITY_UNKNOWN);
    }
  }

  @Test
  void aWeakCertificateIsTold() throws Exception {
    openssl.run("req -new -newkey rsa:1000 -nodes -keyout weak.key -out weak.csr -subj /CN=weak");
    openssl.run(
        "x509 -req -in weak.csr -CA root.pem -CAkey root.key -CAcreateserial -out weak.pem"
            + " -extfile server.ext");
    try (var server = openssl.serve("-cert weak.pem -key weak.key -cipher ALL:@SECLEVEL=0")) {
      assertThat(refused(server, trusting, Cause.CERTIFICATE_WEAK).text())
          .startsWith("the server's certificate is too weak: ")
          .contains("RSA 1000 bit key");
    }
  }

  @Test
  void theStoreOfTheSystemIsTrustedOnDemand() throws Exception {
    var system = TlsSpec.DEFAULT.withTrust(List.of(new TrustSource.OfSystem()));
    var both =
        TlsSpec.DEFAULT.withTrust(
            List.of(new TrustSource.OfSystem(), new TrustSource.Pem(openssl.file("root.pem"))));
    var named = Surroundings.of(Map.of("SSL_CERT_FILE", openssl.file("root.pem").toString()));
    try (var server = openssl.serve(SERVER)) {
      refused(server, system, Cause.CERTIFICATE_AUTHORITY_UNKNOWN);
      assertThat(facts(server, both).verified()).isTrue();
      assertThat(attempt(server, system, named).evidence().tls().map(TlsFacts::verified))
          .contains(true);
    }
  }

  @Test
  void aPinnedKeyIsAskedForVerifiedOrNot() throws Exception {
    openssl.run("pkey -in server.key -pubout -outform DER -out server.der");
    openssl.run("pkey -in server.key -pubout -out server.pub");
    var digest =
        MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(openssl.file("server.der")));
    var right = Pin.hash("sha256//" + Base64.getEncoder().encodeToString(digest)).orElseThrow();
    var wrong = new Pin.Pem(openssl.file("other.pem"));
    var unverified = TlsSpec.DEFAULT.withVerify(false);
    try (var server = openssl.serve(SERVER)) {
      assertThat(facts(server, trusting.withPins(List.of(right, wrong))))
          .matches(facts -> facts.verified() && facts.pinned());
      assertThat(facts(server, unverified.withPins(List.of(right))))
          .matches(facts -> !facts.verified() && facts.pinned());
      assertThat(
              facts(server, unverified.withPins(List.of(new Pin.Pem(openssl.file("server.pub")))))
                  .pinned())
          .isTrue();
      for (var tls : List.of(trusting, unverified)) {
        assertThat(
                refused(server, tls.withPins(List.of(wrong)), Cause.CERTIFICATE_NOT_PINNED).text())
            .contains("has the public key " + right + ", which is not pinned");
      }
      refused(
          server, TlsSpec.DEFAULT.withPins(List.of(right)), Cause.CERTIFICATE_AUTHORITY_UNKNOWN);
    }
  }

  private HostIdentity identity(String name, String... hosts) {
    return new HostIdentity(
        List.of(hosts),
        new ClientIdentity.Pem(openssl.file(name + ".pem"), openssl.file(name + ".key"), null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-tls1_3", "-tls1_2"})
  void theCertificateIsShownThatFitsTheHostAndTheServersAuthorities(String version)
      throws Exception {
    var options = SERVER + " -verify_return_error -Verify 2 " + version;
    var ann = identity("ann");
    var bob = identity("bob");
    try (var second = openssl.serve(options + " -CAfile second.pem");
        var root = openssl.serve(options + " -CAfile root.pem")) {
      assertThat(facts(second, trusting.withIdentities(List.of(ann, bob))).shown())
          .contains("CN=bob,O=second");
      assertThat(facts(root, trusting.withIdentities(List.of(bob, ann))).shown())
          .contains("CN=ann,O=root");
      var byHost = List.of(bob, identity("ann", "*.example", "localhost"));
      assertThat(facts(root, trusting.withIdentities(byHost)).shown()).contains("CN=ann,O=root");
      var elsewhere = List.of(identity("ann", "*.localhost"));
      refused(root, trusting.withIdentities(elsewhere), Cause.CLIENT_CERTIFICATE_REQUIRED);
      refused(root, trusting.withIdentities(List.of(bob)), Cause.CLIENT_CERTIFICATE_REFUSED);
    }
  }

  @Test
  void aNameMayBeLeftUnsaid() throws Exception {
    var two = SERVER + " -servername localhost -cert2 other.pem -key2 other.key";
    try (var server = openssl.serve(two)) {
      var said = facts(server, trusting);
      var unsaid = facts(server, trusting.withServerName(new TlsSpec.ServerName.Unsaid()));
      assertThat(names(said)).isEqualTo("CN=other,O=root");
      assertThat(names(unsaid)).isEqualTo("CN=server,O=root");
      assertThat(said.serverName()).contains("localhost");
      assertThat(unsaid.serverName()).isEmpty();
      assertThat(unsaid.verified()).isTrue();
    }
  }

  private static String names(TlsFacts facts) {
    return facts.chain().getFirst().getSubjectX500Principal().getName();
  }

  @Test
  void versionsCiphersAndProtocolsAreAgreedOnAsAsked() throws Exception {
    var chosen =
        List.of(
            CipherSuite.TLS_AES_128_GCM_SHA256,
            CipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256);
    try (var server = openssl.serve(SERVER + " -alpn h2");
        var old = openssl.serve(SERVER + " -tls1_2")) {
      var facts =
          facts(server, trusting.withCiphers(chosen).withApplicationProtocols(List.of("x", "h2")));
      assertThat(facts.cipher()).contains("TLS_AES_128_GCM_SHA256");
      assertThat(facts.applicationProtocol()).contains("h2");
      assertThat(facts(old, trusting.withCiphers(chosen)).cipher())
          .contains("TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256");
      assertThat(facts(old, trusting.withCiphers(chosen.subList(0, 1))).protocol())
          .contains("TLSv1.2");
      assertThat(facts(server, trusting.withApplicationProtocols(List.of())).applicationProtocol())
          .isEqualTo(Optional.empty());
      refused(old, trusting.withProtocols(List.of("TLSv1.3")), Cause.TLS_NO_COMMON_GROUND);
    }
  }
}
