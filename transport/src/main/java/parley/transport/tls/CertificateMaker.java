package parley.transport.tls;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Makes certificates with keys on the curve P-256 (RFC 5280), for servers on this machine and for
 * tests. The JDK has no public way to do so, and the libraries that have weigh ten megabytes.
 */
public final class CertificateMaker {

  private static final byte[] ECDSA_WITH_SHA256 = Der.sequence(Der.oid(1, 2, 840, 10045, 4, 3, 2));
  private static final byte[] COMMON_NAME = Der.oid(2, 5, 4, 3);
  private static final byte[] SUBJECT_KEY_ID = Der.oid(2, 5, 29, 14);
  private static final byte[] SUBJECT_ALTERNATIVE_NAME = Der.oid(2, 5, 29, 17);
  private static final byte[] BASIC_CONSTRAINTS = Der.oid(2, 5, 29, 19);
  private static final byte[] AUTHORITY_KEY_ID = Der.oid(2, 5, 29, 35);

  private final SecureRandom random = new SecureRandom();

  /**
   * What a certificate says.
   *
   * @param hosts names and addresses that it is good for
   * @param authority whether it may issue others
   */
  public record Subject(
      String name, List<String> hosts, boolean authority, Instant notBefore, Duration validity) {}

  /** A certificate that its own key signs. */
  public KeyMaterial selfSigned(Subject subject) {
    var keys = newKeys();
    var certificate =
        certificate(subject, keys.getPublic(), subject.name(), keys.getPublic(), keys.getPrivate());
    return new KeyMaterial(keys.getPrivate(), List.of(certificate));
  }

  /** A certificate that {@code issuer} signs, with the issuer's chain behind it. */
  public KeyMaterial issuedBy(KeyMaterial issuer, Subject subject) {
    var keys = newKeys();
    var signer = issuer.chain().getFirst();
    var issuerName = signer.getSubjectX500Principal().getName().substring("CN=".length());
    var own =
        certificate(subject, keys.getPublic(), issuerName, signer.getPublicKey(), issuer.key());
    return new KeyMaterial(keys.getPrivate(), List.of(own, signer));
  }

  private KeyPair newKeys() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), random);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has P-256", impossible);
    }
  }

  private X509Certificate certificate(
      Subject subject, PublicKey key, String issuer, PublicKey issuerKey, PrivateKey signer) {
    try {
      var content =
          Der.sequence(
              Der.explicit(0, Der.integer(BigInteger.TWO)), // version 3
              Der.integer(new BigInteger(64, random).setBit(64)),
              ECDSA_WITH_SHA256,
              name(issuer),
              Der.sequence(
                  Der.time(subject.notBefore()),
                  Der.time(subject.notBefore().plus(subject.validity()))),
              name(subject.name()),
              key.getEncoded(),
              Der.explicit(3, extensions(subject, key, issuerKey)));
      var der = Der.sequence(content, ECDSA_WITH_SHA256, Der.bits(sign(content, signer)));
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has ECDSA with SHA-256", impossible);
    }
  }

  private static byte[] sign(byte[] content, PrivateKey key) throws GeneralSecurityException {
    var signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(key);
    signature.update(content);
    return signature.sign();
  }

  private static byte[] name(String commonName) {
    return Der.sequence(Der.set(Der.sequence(COMMON_NAME, Der.utf8(commonName))));
  }

  private static byte[] extensions(Subject subject, PublicKey key, PublicKey issuerKey)
      throws GeneralSecurityException {
    var constraints = subject.authority() ? Der.sequence(Der.bool(true)) : Der.sequence();
    var issuerId = Der.sequence(Der.element(0x80, keyId(issuerKey)));
    var common =
        new byte[][] {
          Der.sequence(BASIC_CONSTRAINTS, Der.bool(true), Der.octets(constraints)),
          Der.sequence(SUBJECT_KEY_ID, Der.octets(Der.octets(keyId(key)))),
          Der.sequence(AUTHORITY_KEY_ID, Der.octets(issuerId)),
          subject.hosts().isEmpty() ? new byte[0] : alternativeNames(subject.hosts())
        };
    return Der.sequence(common);
  }

  /** RFC 5280, 4.2.1.2 leaves the form of the id open; this one is of RFC 7093, 2. */
  private static byte[] keyId(PublicKey key) throws GeneralSecurityException {
    var digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
    return Arrays.copyOf(digest, 20);
  }

  private static byte[] alternativeNames(List<String> hosts) {
    var names = hosts.stream().map(CertificateMaker::alternativeName).toArray(byte[][]::new);
    return Der.sequence(SUBJECT_ALTERNATIVE_NAME, Der.octets(Der.sequence(names)));
  }

  private static byte[] alternativeName(String host) {
    return HostNames.isAddress(host)
        ? Der.element(0x87, InetAddress.ofLiteral(host).getAddress())
        : Der.element(0x82, host.getBytes(StandardCharsets.US_ASCII));
  }
}
