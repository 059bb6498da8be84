package parley.engine.plan;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Texts as parts of a URL (RFC 3986, 2.1). */
final class PercentCode {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private PercentCode() {}

  /** All but the unreserved characters as percent and two hex digits of their UTF-8. */
  static String encode(String text) {
    var encoded = new StringBuilder();
    for (var octet : text.getBytes(StandardCharsets.UTF_8)) {
      if (isUnreserved(octet)) {
        encoded.append((char) octet);
      } else {
        encoded.append('%').append(HEX.toHexDigits(octet));
      }
    }
    return encoded.toString();
  }

  /** RFC 3986, 2.3. */
  private static boolean isUnreserved(byte octet) {
    return octet > 0 && (Character.isLetterOrDigit(octet) || "-._~".indexOf(octet) >= 0);
  }
}
