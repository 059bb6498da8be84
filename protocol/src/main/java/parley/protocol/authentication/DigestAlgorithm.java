package parley.protocol.authentication;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;

/** The hashes of digest authentication (RFC 7616, 6.1). */
public enum DigestAlgorithm {
  MD5("MD5", "MD5"),
  MD5_SESS("MD5-sess", "MD5"),
  SHA_256("SHA-256", "SHA-256"),
  SHA_256_SESS("SHA-256-sess", "SHA-256"),
  SHA_512_256("SHA-512-256", "SHA-512/256"),
  SHA_512_256_SESS("SHA-512-256-sess", "SHA-512/256");

  private final String wireName;
  private final String hashName;

  DigestAlgorithm(String wireName, String hashName) {
    this.wireName = wireName;
    this.hashName = hashName;
  }

  /** The one of that name, in any case. */
  public static Optional<DigestAlgorithm> named(String name) {
    return Arrays.stream(values()).filter(one -> one.wireName.equalsIgnoreCase(name)).findFirst();
  }

  /** The names of all, as people read them. */
  static String names() {
    return Arrays.stream(values()).map(DigestAlgorithm::toString).collect(Collectors.joining(", "));
  }

  /** Whether the nonces go into the hash of name and password (RFC 7616, 3.4.2). */
  boolean isOfSession() {
    return name().endsWith("_SESS");
  }

  /** The hash of the UTF-8 form of {@code text}, in lower-case hex digits. */
  String hash(String text) {
    try {
      var octets = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance(hashName).digest(octets));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("the JDK has " + hashName, impossible);
    }
  }

  /** Its name on the wire. */
  @Override
  public String toString() {
    return wireName;
  }
}
