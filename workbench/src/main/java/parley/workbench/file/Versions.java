package parley.workbench.file;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import parley.protocol.frame.Bytes;

/** Names what a file holds, so that a page can say what it has seen. */
final class Versions {

  private static final String NONE = "none";
  private static final int SHOWN_BYTES = 12;

  private Versions() {}

  static String of(Optional<Bytes> content) {
    return content.map(Versions::of).orElse(NONE);
  }

  private static String of(Bytes content) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(content.toArray());
      return HexFormat.of().formatHex(digest, 0, SHOWN_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
