package parley.transport.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.model.connection.ClientIdentity;
import parley.transport.fixture.Certificates;

/** Files with keys and certificates: what is read, and what is said of the others. */
class PemFileTest {

  /** Written by OpenSSL for this test, with the password {@code secret}. */
  private static final String ENCRYPTED =
      """
      -----BEGIN ENCRYPTED PRIVATE KEY-----
      MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAiEdWh5ux85MQICCAAw
      DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEEpis/zrFdXVreu8bJUnjtsEgZAN
      9Oz9908xPImPo5JNMwNYeCLQq8k4+IrO5RrMefXe9ey37enpVud6k7I80zrXwY9o
      9DIOnl+Sy3ZhGh8f4uQDOlk/daR4MWTRmeMPE1xi1V61ooVSrMlsR/Ux9DPuKkoI
      9Y88fMfVGqMcHjxDROTvmyw9q4a8jSTmQ5u9lK/3+36XFE24EzJAzMv6h2U4Yzg=
      -----END ENCRYPTED PRIVATE KEY-----
      """;

  @TempDir private Path folder;

  private Path file(String text) throws Exception {
    return Files.writeString(folder.resolve("it.pem"), text);
  }

  @Test
  void allCertificatesOfAFileAreRead() throws Exception {
    var material = Certificates.forLocalhost();
    var file = Certificates.certificates(folder.resolve("chain.pem"), material);
    assertThat(PemFile.read(file).certificates()).isEqualTo(material.chain());
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC", "Ed25519"})
  void pkcs8KeysOfEachAlgorithmAreRead(String algorithm) throws Exception {
    var key = KeyPairGenerator.getInstance(algorithm).generateKeyPair().getPrivate();
    var file = file(Certificates.pem("PRIVATE KEY", key.getEncoded()));
    assertThat(PemFile.read(file).privateKey()).isEqualTo(key);
  }

  @Test
  void anEncryptedKeyIsReadWithItsPassword() throws Exception {
    var file = file(ENCRYPTED);
    assertThat(PemFile.read(file).privateKey("secret").getAlgorithm()).isEqualTo("EC");
    assertThatThrownBy(() -> PemFile.read(file).privateKey("wrong"))
        .hasMessageContaining("the password does not open the private key");
    assertThatThrownBy(() -> PemFile.read(file).privateKey())
        .hasMessageContaining("is encrypted: give its password");
  }

  @ParameterizedTest
  @CsvSource({
    "OPENSSH PRIVATE KEY, ssh-keygen -p -m PEM",
    "DSA PRIVATE KEY, openssl pkcs8 -topk8 -nodes -in",
    "RSA PRIVATE KEY, the private key is damaged",
    "EC PRIVATE KEY, the private key is damaged"
  })
  void aKeyThatCannotBeReadSaysWhy(String label, String why) throws Exception {
    var file = file(Certificates.pem(label, new byte[] {0x30}));
    assertThatThrownBy(() -> PemFile.read(file).privateKey())
        .hasMessageContaining("it.pem")
        .hasMessageContaining(why);
  }

  @Test
  void aMissingBlockSaysWhatWasFound() throws Exception {
    var file = file(Certificates.pem("PRIVATE KEY", new byte[] {0x30}));
    assertThatThrownBy(() -> PemFile.read(file).certificates())
        .hasMessageContaining("expected a CERTIFICATE block, found PRIVATE KEY");
  }

  @Test
  void aDamagedKeySaysSo() throws Exception {
    var file = file(Certificates.pem("PRIVATE KEY", new byte[] {0x30, 0}));
    assertThatThrownBy(() -> PemFile.read(file).privateKey()).hasMessageContaining("is damaged");
  }

  @Test
  void aDamagedCertificateSaysSo() throws Exception {
    var file = file(Certificates.pem("CERTIFICATE", new byte[] {0x30, 0}));
    assertThatThrownBy(() -> PemFile.read(file).certificates())
        .hasMessageContaining("damaged certificate");
  }

  @Test
  void textThatIsNoPemSaysWhatIsExpected() throws Exception {
    assertThatThrownBy(() -> PemFile.read(file("hello"))).hasMessageContaining("-----BEGIN");
  }

  @Test
  void binaryDerSaysHowToConvertIt() throws Exception {
    assertThatThrownBy(() -> PemFile.read(file("0\u0003abc"))).hasMessageContaining("-inform der");
  }

  @Test
  void anAbsentFileSaysSo() {
    assertThatThrownBy(() -> PemFile.read(folder.resolve("absent.pem")))
        .hasMessageContaining("absent.pem: there is no such file");
  }

  @Test
  void aPkcs12FileNeedsItsPassword() throws Exception {
    var file = Certificates.pkcs12(folder.resolve("it.p12"), Certificates.forLocalhost());
    assertThat(Pkcs12File.read(file, "secret").chain()).hasSize(2);
    assertThatThrownBy(() -> Pkcs12File.read(file, "wrong"))
        .hasMessageContaining("the password does not open it");
    assertThatThrownBy(() -> Pkcs12File.read(file, ""))
        .hasMessageContaining("is encrypted: give its password");
  }

  @ParameterizedTest
  @CsvSource({"RSA, RSA", "EC, EC", "Ed25519, Ed25519", "RSA, EC"})
  void aKeyBelongsToItsOwnPairOnly(String one, String other) throws Exception {
    var mine = KeyPairGenerator.getInstance(one).generateKeyPair();
    var theirs = KeyPairGenerator.getInstance(other).generateKeyPair();
    assertThat(KeyPairs.belong(mine.getPrivate(), mine.getPublic())).isTrue();
    assertThat(KeyPairs.belong(mine.getPrivate(), theirs.getPublic())).isFalse();
  }

  @Test
  void aKeyOfAnotherCertificateIsRefusedBeforeConnecting() throws Exception {
    var chain = Certificates.certificates(folder.resolve("me.pem"), Certificates.forLocalhost());
    var pair = KeyPairGenerator.getInstance("EC").generateKeyPair();
    var key = file(Certificates.pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
    assertThatThrownBy(() -> KeyMaterial.of(new ClientIdentity.Pem(chain, key, null)))
        .hasMessageContaining("it.pem: is not the key of the certificate ")
        .hasMessageContaining("me.pem");
  }

  @Test
  void whatIsNoPkcs12SaysSo() throws Exception {
    assertThatThrownBy(() -> Pkcs12File.read(file("hello"), "secret"))
        .hasMessageContaining("is not PKCS#12");
  }
}
