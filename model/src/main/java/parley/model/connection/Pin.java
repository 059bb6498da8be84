package parley.model.connection;

import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/** A public key that a server has to have, as curl pins it. */
public sealed interface Pin {

  /** How the text of a {@link Hash} begins. */
  String HASH = "sha256//";

  /**
   * The SHA-256 of the key's SubjectPublicKeyInfo (RFC 7469, 2.4).
   *
   * @param base64 of the 32 bytes
   */
  record Hash(String base64) implements Pin {

    public Hash {
      if (!isHash(base64)) {
        throw new IllegalArgumentException("a SHA-256 has 32 bytes: " + base64);
      }
    }

    private static boolean isHash(String base64) {
      try {
        return Base64.getDecoder().decode(base64).length == 32;
      } catch (IllegalArgumentException broken) {
        return false;
      }
    }

    @Override
    public String toString() {
      return HASH + base64;
    }
  }

  /** A PEM file with the public key, or with a certificate of it. */
  record Pem(Path file) implements Pin {}

  /** What a text in curl's way says, {@code sha256//BASE64}; empty when it is no hash. */
  static Optional<Pin> hash(String text) {
    var base64 = text.startsWith(HASH) ? text.substring(HASH.length()) : "";
    return Hash.isHash(base64) ? Optional.of(new Hash(base64)) : Optional.empty();
  }
}
