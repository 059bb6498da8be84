package parley.transport.listen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import parley.model.connection.ClientIdentity;
import parley.transport.tls.CertificateMaker;
import parley.transport.tls.KeyMaterial;
import parley.transport.tls.PemFile;

/**
 * The certificate and private key with which a listener identifies itself.
 *
 * @param chain the server's certificate first, then those that lead to its authority
 */
public record ServerIdentity(PrivateKey key, List<X509Certificate> chain) {

  private static final Duration VALIDITY = Duration.ofDays(30);

  public ServerIdentity {
    chain = List.copyOf(chain);
  }

  /**
   * Reads PEM files, which may be one and the same; the key is PKCS#8 and not encrypted.
   *
   * @throws IOException with a message that says what is wrong with which file
   */
  public static ServerIdentity ofPem(Path certificates, Path key) throws IOException {
    return new ServerIdentity(
        PemFile.read(key).privateKey(), PemFile.read(certificates).certificates());
  }

  /**
   * Reads the files of an identity, which clients have in the same form.
   *
   * @throws IOException with a message that says what is wrong with which file
   */
  public static ServerIdentity of(ClientIdentity files) throws IOException {
    var material = KeyMaterial.of(files);
    return new ServerIdentity(material.key(), material.chain());
  }

  /**
   * Reads the certificates of a PEM file, such as those of authorities.
   *
   * @throws IOException with a message that says what is wrong with the file
   */
  public static List<X509Certificate> certificates(Path file) throws IOException {
    return PemFile.read(file).certificates();
  }

  /** Makes a self-signed certificate for this machine, good for 30 days. */
  public static ServerIdentity forLocalhost() {
    var subject =
        new CertificateMaker.Subject(
            "localhost",
            List.of("localhost", "127.0.0.1", "::1"),
            true,
            Instant.now().minus(Duration.ofHours(1)),
            VALIDITY);
    var made = new CertificateMaker().selfSigned(subject);
    return new ServerIdentity(made.key(), made.chain());
  }

  /** The certificates in the text form that clients take to trust them (RFC 7468). */
  public String toPem() {
    return chain.stream().map(ServerIdentity::pemOf).collect(Collectors.joining());
  }

  private static String pemOf(X509Certificate certificate) {
    try {
      var base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
      return "-----BEGIN CERTIFICATE-----\n"
          + base64.encodeToString(certificate.getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    } catch (CertificateEncodingException impossible) {
      throw new IllegalStateException("a certificate has an encoding", impossible);
    }
  }
}
