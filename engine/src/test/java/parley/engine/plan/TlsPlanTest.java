package parley.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parley.model.collection.ClientCertificate;
import parley.model.collection.Source;
import parley.model.collection.Tls;
import parley.model.collection.TlsAgreement;
import parley.model.connection.CipherSuite;
import parley.model.connection.ClientIdentity;
import parley.model.connection.HostIdentity;
import parley.model.connection.Pin;
import parley.model.connection.TlsSpec;
import parley.model.connection.TlsSpec.ServerName;
import parley.model.connection.TlsVersion;
import parley.model.connection.TrustSource;

final class TlsPlanTest {

  private Keys keys(Tls tls) {
    var keys = Keys.of("wss://host/");
    keys.tls = tls;
    return keys;
  }

  private Source source(String text) {
    return Written.source(text);
  }

  private ClientCertificate pem(Source... certificateKeyPassword) {
    return certificate(null, certificateKeyPassword);
  }

  /** Of a certificate, its key and their password, as many of them as there are. */
  private ClientCertificate certificate(@Nullable Source pkcs12, Source... parts) {
    return new ClientCertificate(
        List.of(),
        parts.length > 0 ? parts[0] : null,
        parts.length > 1 ? parts[1] : null,
        pkcs12,
        parts.length > 2 ? parts[2] : null);
  }

  private List<HostIdentity> shown(ClientCertificate own) {
    return keys(Tls.DEFAULT.withOwn(own)).spec().tls().identities();
  }

  private HostIdentity forAll(ClientIdentity identity) {
    return new HostIdentity(List.of(), identity);
  }

  @Test
  void isVerifiedUnlessSaidOtherwise() {
    assertThat(new Keys().spec().tls()).isEqualTo(TlsSpec.DEFAULT);
    var unverified =
        new Tls(
            false,
            List.of(),
            List.of(),
            Tls.DEFAULT.own(),
            List.of(),
            source("{{room}}.example"),
            TlsAgreement.DEFAULT,
            null);
    var spec = keys(unverified).spec().tls();
    assertThat(spec.verify()).isFalse();
    assertThat(spec.serverName()).isEqualTo(new ServerName.Of("main.example"));
    assertThat(keys(Tls.DEFAULT.withServerName(source("none"))).spec().tls().serverName())
        .isEqualTo(new ServerName.Unsaid());
  }

  @Test
  void trustsFilesAndTheSystem() {
    var tls =
        Tls.DEFAULT.withAuthorities(
            List.of(source("{{'ca'}}.pem"), source("system"), source("ca.pem")));
    var file = new TrustSource.Pem(Path.of("/shop/ca.pem"));
    assertThat(keys(tls).spec().tls().authorities())
        .containsExactly(file, new TrustSource.OfSystem(), file);
  }

  @Test
  void pinsKeysByTheirHashOrByAFile() {
    var hash = "sha256//" + "A".repeat(43) + "=";
    var tls = Tls.DEFAULT.withPins(List.of(source(hash), source("ca.pem")));
    assertThat(keys(tls).spec().tls().pins())
        .containsExactly(Pin.hash(hash).orElseThrow(), new Pin.Pem(Path.of("/shop/ca.pem")));
    var bad = Tls.DEFAULT.withPins(List.of(source("sha256//AAAA")));
    assertThat(keys(bad).problems())
        .isEqualTo(
            "3:5 found `sha256//AAAA`, expected `sha256//` and the Base64 of 32 bytes; a wrong"
                + " one says at connecting what the server's key has");
    var filled = Tls.DEFAULT.withPins(List.of(source("sha256//{{room}}")));
    assertThat(keys(filled).fault())
        .isEqualTo(
            "3:5 found the pin `sha256//main`, expected `sha256//` and the Base64 of 32 bytes");
  }

  @Test
  void agreesOnWhatIsSaid() {
    var agreement =
        new TlsAgreement(
            TlsVersion.TLS_1_2,
            TlsVersion.TLS_1_2,
            List.of(CipherSuite.TLS_AES_128_GCM_SHA256),
            List.of());
    var tls = Tls.DEFAULT.withAgreement(agreement).withKeyLog(source("ca.pem"));
    var spec = keys(tls).spec().tls();
    assertThat(spec.protocols()).containsExactly("TLSv1.2");
    assertThat(spec.ciphers()).containsExactly(CipherSuite.TLS_AES_128_GCM_SHA256);
    assertThat(spec.applicationProtocols()).isEmpty();
    assertThat(spec.keyLog()).contains(Path.of("/shop/ca.pem"));
    var new13 = new TlsAgreement(TlsVersion.TLS_1_3, TlsVersion.TLS_1_3, List.of(), null);
    assertThat(keys(Tls.DEFAULT.withAgreement(new13)).spec().tls().protocols())
        .containsExactly("TLSv1.3");
    var none = new TlsAgreement(TlsVersion.TLS_1_3, TlsVersion.TLS_1_2, List.of(), null);
    assertThat(keys(Tls.DEFAULT.withAgreement(none)).problems())
        .isEqualTo(
            "3:5 found `min-version: 1.3` above `max-version`, expected a range of versions;"
                + " remove one of them");
  }

  @Test
  void mayShowACertificate() {
    var pem = pem(source("me.pem"), source("me.key"), source("{{room}}"));
    assertThat(shown(pem))
        .containsExactly(
            forAll(
                new ClientIdentity.Pem(Path.of("/shop/me.pem"), Path.of("/shop/me.key"), "main")));
    assertThat(shown(pem(source("me.pem"))))
        .containsExactly(
            forAll(new ClientIdentity.Pem(Path.of("/shop/me.pem"), Path.of("/shop/me.pem"), null)));
    assertThat(shown(certificate(source("me.pem"))))
        .containsExactly(forAll(new ClientIdentity.Pkcs12(Path.of("/shop/me.pem"), "")));
    var secret = new ClientCertificate(List.of(), null, null, source("me.pem"), source("{{room}}"));
    assertThat(shown(secret))
        .containsExactly(forAll(new ClientIdentity.Pkcs12(Path.of("/shop/me.pem"), "main")));
  }

  @Test
  void mayShowOthersToSomeHosts() {
    var other =
        new ClientCertificate(
            List.of(source("*.{{room}}.example")), source("ca.pem"), null, null, null);
    var tls = Tls.DEFAULT.withOwn(pem(source("me.pem"))).withOthers(List.of(other));
    var spec = keys(tls).spec().tls();
    assertThat(spec.identitiesFor("a.main.example"))
        .containsExactly(
            new HostIdentity(
                List.of("*.main.example"),
                new ClientIdentity.Pem(Path.of("/shop/ca.pem"), Path.of("/shop/ca.pem"), null)));
    assertThat(spec.identitiesFor("host"))
        .containsExactly(
            forAll(new ClientIdentity.Pem(Path.of("/shop/me.pem"), Path.of("/shop/me.pem"), null)));
  }

  @Test
  void needsFilesThatAreThere() {
    var none = Tls.DEFAULT.withAuthorities(List.of(source("no.pem")));
    assertThat(keys(none).problems())
        .isEqualTo("3:5 found `no.pem`: there are no files here, expected a file");
    var filled = Tls.DEFAULT.withAuthorities(List.of(source("{{'no'}}.pem")));
    assertThat(keys(filled).fault()).isEqualTo("3:5 `no.pem`: it is not there");
  }

  @Test
  void isSaidInOneWay() {
    var key = new ClientCertificate(List.of(), null, source("{{room}}"), null, null);
    assertThat(keys(Tls.DEFAULT.withOwn(key)).problems())
        .isEqualTo(
            "3:5 found `key` without `certificate`, expected both; add the key's `certificate`");
    var both =
        new ClientCertificate(List.of(), source("{{room}}"), null, source("{{room}}"), source("x"));
    assertThat(keys(Tls.DEFAULT.withOwn(both)).problems())
        .isEqualTo(
            "3:5 found `pkcs12` beside `certificate`, expected one of them; remove one of them");
    var hosts = new ClientCertificate(List.of(source("a")), null, null, null, null);
    var password = new ClientCertificate(List.of(), null, null, null, source("x"));
    var alone = Tls.DEFAULT.withOwn(password).withOthers(List.of(hosts));
    var problem =
        "3:5 found no certificate beside it, expected `certificate` or `pkcs12`; add the file"
            + " with the certificate";
    assertThat(keys(alone).problems()).isEqualTo(problem);
  }
}
