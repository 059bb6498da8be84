package parley.engine.function;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.CRC32;

/** A checksum over bytes, by the name that users give it. */
public enum Checksum {
  CRC32("CRC32"),
  MD5("MD5"),
  SHA1("SHA-1"),
  SHA256("SHA-256"),
  SHA384("SHA-384"),
  SHA512("SHA-512");

  private final String java;

  Checksum(String java) {
    this.java = java;
  }

  /** As it stands in a file, {@code sha256}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The checksum of {@code bytes} in hex. */
  public String hex(byte[] bytes) {
    return HexFormat.of().formatHex(of(bytes));
  }

  byte[] of(byte[] bytes) {
    if (this == CRC32) {
      var sum = new CRC32();
      sum.update(bytes);
      return ByteBuffer.allocate(4).putInt((int) sum.getValue()).array();
    }
    try {
      return MessageDigest.getInstance(java).digest(bytes);
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
