package parley.transport.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.model.connection.CipherSuite;
import parley.model.connection.ClientIdentity;
import parley.transport.connection.Passphrases;
import parley.transport.fixture.OpenSsl;

/** The forms of keys that OpenSSL writes, each read back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenSslKeysTest {

  /** The commands that encrypt nothing. */
  private static final List<String> PLAIN =
      List.of("rsa -in rsa.pem -traditional", "ec -in ec.pem");

  private OpenSsl openssl = new OpenSsl(Path.of(""));

  @BeforeAll
  void makeKeys(@TempDir Path folder) throws Exception {
    openssl =
        OpenSsl.in(folder)
            .authority("root")
            .issue("me", "root", "basicConstraints=CA:false")
            .run("genrsa -traditional -out rsa.pem 2048")
            .run("pkcs8 -topk8 -nocrypt -in rsa.pem -out rsa.pkcs8")
            .run("ecparam -name secp384r1 -genkey -out ec.pem")
            .run("pkcs8 -topk8 -nocrypt -in ec.pem -out ec.pkcs8")
            .run("genpkey -algorithm ed25519 -out ed.pem")
            .run("pkcs8 -topk8 -nocrypt -in ed.pem -out ed.pkcs8");
  }

  @ParameterizedTest
  @CsvSource({
    "rsa, rsa -in rsa.pem -traditional",
    "rsa, rsa -in rsa.pem -traditional -aes128",
    "rsa, rsa -in rsa.pem -traditional -aes192",
    "rsa, rsa -in rsa.pem -traditional -des3",
    "rsa, pkcs8 -topk8 -in rsa.pem -v1 PBE-SHA1-3DES",
    "ec, ec -in ec.pem",
    "ec, ec -in ec.pem -aes256",
    "ec, pkcs8 -topk8 -in ec.pem -v2 aes-128-cbc",
    "ec, pkcs8 -topk8 -in ec.pem -v2 aes-192-cbc -v2prf hmacWithSHA1",
    "ec, pkcs8 -topk8 -in ec.pem -v2 aes-256-cbc -v2prf hmacWithSHA512",
    "ec, pkcs8 -topk8 -in ec.pem -v2 des3 -v2prf hmacWithSHA384",
    "ec, pkcs8 -topk8 -in ec.pem -provider legacy -provider default -v1 PBE-MD5-DES",
    "ed, pkcs8 -topk8 -in ed.pem"
  })
  void isReadBack(String plain, String command) throws Exception {
    var secret = command.contains("-v1") ? "secret" : "geheimniß"; // PBES1 is for ASCII.
    openssl.run(command + " -out form.pem -passout pass:" + secret);
    var key = PemFile.read(openssl.file(plain + ".pkcs8")).privateKey();
    var form = PemFile.read(openssl.file("form.pem"));
    assertThat(form.privateKey(secret)).matches(same(key));
    if (!PLAIN.contains(command)) {
      assertThatThrownBy(() -> form.privateKey("wrong"))
          .hasMessageContaining("the password does not open the private key");
      assertThatThrownBy(form::privateKey).hasMessageContaining("is encrypted: give its password");
    } else {
      assertThat(form.privateKey()).matches(same(key));
    }
  }

  /** The JDK compares encodings, of which a key on a curve has several. */
  private static Predicate<PrivateKey> same(PrivateKey key) {
    return other ->
        key instanceof ECPrivateKey curve
            ? ((ECPrivateKey) other).getS().equals(curve.getS())
            : other.equals(key);
  }

  @Test
  void oneOfScryptSaysHowToConvertIt() throws Exception {
    openssl.run("pkcs8 -topk8 -in ec.pem -scrypt -out form.pem -passout pass:secret");
    assertThatThrownBy(() -> PemFile.read(openssl.file("form.pem")).privateKey("secret"))
        .hasMessageContaining("is encrypted with scrypt, expected AES or 3DES")
        .hasMessageContaining("openssl pkcs8 -topk8 -v2 aes-256-cbc -in");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " -legacy"})
  void pkcs12OfTodayAndOfOldIsReadBack(String form) throws Exception {
    openssl.run(
        "pkcs12 -export -in me.pem -inkey me.key -certfile root.pem -out me.p12 -passout"
            + " pass:secret"
            + form);
    var read = KeyMaterial.of(new ClientIdentity.Pkcs12(openssl.file("me.p12"), "secret"));
    assertThat(read.key()).matches(same(PemFile.read(openssl.file("me.key")).privateKey()));
    assertThat(read.chain()).hasSizeGreaterThanOrEqualTo(1);
  }

  /** Answers with some texts, and keeps what it was asked. */
  private record Person(Iterator<String> answers, List<String> asked) implements Passphrases {

    static Person saying(String... answers) {
      return new Person(List.of(answers).iterator(), new ArrayList<>());
    }

    @Override
    public Optional<String> ask(Path key, boolean again) {
      asked.add(key.getFileName() + (again ? " again" : ""));
      return answers.hasNext() ? Optional.of(answers.next()) : Optional.empty();
    }
  }

  @Test
  void aPersonIsAskedForAPassphraseThreeTimesAtMost() throws Exception {
    openssl.run("ec -in me.key -aes128 -out locked.key -passout pass:secret");
    openssl.run("pkcs12 -export -in me.pem -inkey me.key -out locked.p12 -passout pass:secret");
    var key = PemFile.read(openssl.file("me.key")).privateKey();
    var pem = new ClientIdentity.Pem(openssl.file("me.pem"), openssl.file("locked.key"), null);
    var second = Person.saying("wrong", "secret");
    assertThat(KeyMaterial.of(pem, second).key()).matches(same(key));
    assertThat(second.asked()).containsExactly("locked.key", "locked.key again");
    var p12 = new ClientIdentity.Pkcs12(openssl.file("locked.p12"), "");
    assertThat(KeyMaterial.of(p12, Person.saying("secret")).key()).matches(same(key));
    var never = Person.saying("a", "b", "c", "secret");
    assertThatThrownBy(() -> KeyMaterial.of(pem, never))
        .hasMessageContaining("the password does not open the private key");
    assertThat(never.asked()).hasSize(3);
    assertThatThrownBy(() -> KeyMaterial.of(pem, Person.saying()))
        .hasMessageContaining("the private key is encrypted: give its password");
    var plain = new ClientIdentity.Pem(openssl.file("me.pem"), openssl.file("me.key"), null);
    var nobody = Person.saying();
    assertThat(KeyMaterial.of(plain, nobody).key()).matches(same(key));
    assertThat(nobody.asked()).isEmpty();
  }

  @Test
  void theCipherSuitesAreThoseOfTheJdk() throws Exception {
    var jdk = SSLContext.getDefault().getSupportedSSLParameters().getCipherSuites();
    assertThat(Arrays.stream(CipherSuite.values()).map(Enum::name))
        .containsExactlyElementsOf(
            Arrays.stream(jdk).filter(name -> !name.endsWith("_SCSV")).toList());
    var known = Arrays.asList(openssl.say("ciphers ALL").strip().split(":"));
    for (var suite : CipherSuite.values()) {
      assertThat(known).contains(suite.openSslName());
      assertThat(CipherSuite.of(suite.openSslName())).contains(suite);
      assertThat(CipherSuite.of(suite.name())).contains(suite);
    }
  }
}
