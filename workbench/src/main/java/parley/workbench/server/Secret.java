package parley.workbench.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** A text of 144 random bits, which stands in URLs, cookies and subprotocols as it is. */
final class Secret {

  private static final int BYTES = 18;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String text;

  Secret() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  String text() {
    return text;
  }

  /** Takes the same time whatever is given. */
  boolean is(String given) {
    return MessageDigest.isEqual(bytes(text), bytes(given));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
