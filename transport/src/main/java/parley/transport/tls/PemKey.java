package parley.transport.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A private key in PEM, in one of its forms: PKCS#8 (RFC 5958), PKCS#1 (RFC 8017) for RSA, SEC1
 * (RFC 5915) for elliptic curves; each may be encrypted.
 *
 * @param parametersOrNull the curve, where a block of its own names it and the key does not
 */
record PemKey(Path file, PemBlock block, @Nullable PemBlock parametersOrNull) {

  private static final List<String> ALGORITHMS = List.of("EC", "RSA", "EdDSA", "RSASSA-PSS");
  private static final byte[] RSA = Der.oid(1, 2, 840, 113549, 1, 1, 1);
  private static final byte[] ELLIPTIC_CURVE = Der.oid(1, 2, 840, 10045, 2, 1);
  private static final byte[] VERSION = Der.integer(BigInteger.ZERO);
  private static final int CURVE = 0xA0;

  /** The key, which is not encrypted. */
  PrivateKey read() throws UnusableFile {
    if (block.isEncrypted()) {
      throw UnusableFile.locked(file, "the private key is encrypted: give its password");
    }
    return read(block.der());
  }

  /** The key, decrypted when it is encrypted. */
  PrivateKey read(String password) throws UnusableFile {
    return block.isEncrypted() ? read(decrypt(password)) : read(block.der());
  }

  private byte[] decrypt(String password) throws UnusableFile {
    try {
      return block.cipher().isPresent()
          ? OlderEncryption.decrypt(block.cipher().get(), block.der(), password)
          : EncryptedKey.decrypt(block.der(), password);
    } catch (UnknownEncryption unknown) {
      throw new UnusableFile(
          file,
          "the private key is encrypted with %s, expected AES or 3DES; %s"
              .formatted(unknown.getMessage(), conversion("-v2 aes-256-cbc")),
          unknown);
    } catch (GeneralSecurityException
        | IOException
        | IllegalArgumentException
        | ArithmeticException wrong) {
      throw UnusableFile.locked(file, "the password does not open the private key", wrong);
    }
  }

  private String conversion(String how) {
    return "convert it with 'openssl pkcs8 -topk8 %s -in %s -out key.pem'".formatted(how, file);
  }

  private PrivateKey read(byte[] der) throws UnusableFile {
    return switch (block.label()) {
      case "PRIVATE KEY", "ENCRYPTED PRIVATE KEY" -> ofPkcs8(der);
      case "RSA PRIVATE KEY" ->
          ofPkcs8(Der.sequence(VERSION, Der.sequence(RSA, Der.element(0x05)), Der.octets(der)));
      case "EC PRIVATE KEY" ->
          ofPkcs8(Der.sequence(VERSION, Der.sequence(ELLIPTIC_CURVE, curve(der)), Der.octets(der)));
      case "OPENSSH PRIVATE KEY" ->
          throw new UnusableFile(
              file,
              "the key is in OpenSSH's own form, expected PKCS#8, PKCS#1 or SEC1; convert a copy"
                  + " with 'ssh-keygen -p -m PEM -f COPY'");
      default ->
          throw new UnusableFile(
              file,
              "found a %s, expected PRIVATE KEY, RSA PRIVATE KEY or EC PRIVATE KEY; %s"
                  .formatted(block.label(), conversion("-nodes")));
    };
  }

  /** The curve stands in the key itself, or in a block before it. */
  private byte[] curve(byte[] der) throws UnusableFile {
    try {
      return DerReader.of(der)
          .into(DerReader.SEQUENCE)
          .find(CURVE)
          .or(() -> Optional.ofNullable(parametersOrNull).map(PemBlock::der))
          .orElseThrow(() -> new DerReader.Broken("it does not name its curve"));
    } catch (DerReader.Broken broken) {
      throw new UnusableFile(file, "the private key is damaged: " + broken.getMessage(), broken);
    }
  }

  /** The algorithm stands inside the key, where the JDK has no public way to read it: try all. */
  private PrivateKey ofPkcs8(byte[] der) throws UnusableFile {
    var spec = new PKCS8EncodedKeySpec(der);
    for (var algorithm : ALGORITHMS) {
      var key = ofPkcs8(algorithm, spec);
      if (key.isPresent()) {
        return key.get();
      }
    }
    var found = "the private key is damaged or none of " + String.join(", ", ALGORITHMS);
    // A wrong password may happen to leave what looks decrypted, and is no key.
    throw block.isEncrypted()
        ? UnusableFile.locked(file, "the password does not open the private key")
        : new UnusableFile(file, found);
  }

  private static Optional<PrivateKey> ofPkcs8(String algorithm, PKCS8EncodedKeySpec spec) {
    try {
      return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(spec));
    } catch (GeneralSecurityException another) {
      return Optional.empty();
    }
  }
}
