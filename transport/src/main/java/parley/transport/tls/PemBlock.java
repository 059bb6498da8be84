package parley.transport.tls;

import java.util.Map;
import java.util.Optional;
import parley.protocol.frame.Bytes;

/**
 * One block of a PEM file (RFC 7468).
 *
 * @param label such as {@code PRIVATE KEY}
 * @param headers of the older form (RFC 1421), such as {@code DEK-Info}
 */
record PemBlock(String label, Map<String, String> headers, Bytes content) {

  PemBlock {
    headers = Map.copyOf(headers);
  }

  byte[] der() {
    return content.toArray();
  }

  boolean isKey() {
    return label.endsWith("PRIVATE KEY");
  }

  /** Whether a password is needed to read it. */
  boolean isEncrypted() {
    return label.equals("ENCRYPTED PRIVATE KEY")
        || headers.getOrDefault("Proc-Type", "").endsWith("ENCRYPTED");
  }

  /** How the older form is encrypted, such as {@code AES-256-CBC,0011...}. */
  Optional<String> cipher() {
    return Optional.ofNullable(headers.get("DEK-Info"));
  }
}
