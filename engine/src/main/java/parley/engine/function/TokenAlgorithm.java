package parley.engine.function;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a JSON web token is signed (RFC 7518, 3.1): with a secret that both sides share, or with a
 * private key, whose public half verifies. Keys are PEM.
 */
enum TokenAlgorithm {
  HS256("HmacSHA256", ""),
  HS384("HmacSHA384", ""),
  HS512("HmacSHA512", ""),
  RS256("SHA256withRSA", "RSA"),
  RS384("SHA384withRSA", "RSA"),
  RS512("SHA512withRSA", "RSA"),
  ES256("SHA256withECDSAinP1363Format", "EC"),
  ES384("SHA384withECDSAinP1363Format", "EC");

  static final String NAMES = "HS256, HS384, HS512, RS256, RS384, RS512, ES256 or ES384";

  private final String java;
  private final String kind;

  TokenAlgorithm(String java, String kind) {
    this.java = java;
    this.kind = kind;
  }

  static Optional<TokenAlgorithm> named(String name) {
    return Stream.of(values()).filter(one -> one.name().equals(name)).findFirst();
  }

  /** What signs, for messages. */
  String privateKey() {
    return kind + " private key in PEM (PKCS#8)";
  }

  /** The signature of {@code text}; empty where {@code key} is of another kind. */
  Optional<byte[]> sign(String key, byte[] text) {
    if (kind.isEmpty()) {
      return Optional.of(HashFunctions.mac(java, key, text));
    }
    try {
      var signature = Signature.getInstance(java);
      signature.initSign(readPrivate(key));
      signature.update(text);
      return Optional.of(signature.sign());
    } catch (GeneralSecurityException | IllegalArgumentException wrong) {
      return Optional.empty();
    }
  }

  /** Whether {@code signature} is that of {@code text}; not so with a key of another kind. */
  boolean verifies(String key, byte[] text, byte[] signature) {
    if (kind.isEmpty()) {
      return !key.isEmpty() && MessageDigest.isEqual(HashFunctions.mac(java, key, text), signature);
    }
    try {
      var check = Signature.getInstance(java);
      check.initVerify(readPublic(key));
      check.update(text);
      return check.verify(signature);
    } catch (GeneralSecurityException | IllegalArgumentException wrong) {
      return false;
    }
  }

  private PrivateKey readPrivate(String pem) throws GeneralSecurityException {
    return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(bytes(pem)));
  }

  /** A public key or a certificate. */
  private PublicKey readPublic(String pem) throws GeneralSecurityException {
    if (pem.contains("BEGIN CERTIFICATE")) {
      var certificate = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
      return CertificateFactory.getInstance("X.509")
          .generateCertificate(certificate)
          .getPublicKey();
    }
    return KeyFactory.getInstance(kind).generatePublic(new X509EncodedKeySpec(bytes(pem)));
  }

  private static byte[] bytes(String pem) {
    return Base64.getMimeDecoder().decode(pem.replaceAll("-----[^-]*-----", ""));
  }
}
