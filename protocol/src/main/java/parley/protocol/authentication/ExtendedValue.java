package parley.protocol.authentication;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import parley.protocol.deflate.Token;

/** Text beyond ASCII in a parameter (RFC 8187, 3.2). */
final class ExtendedValue {

  private ExtendedValue() {}

  static String of(String value) {
    var text = new StringBuilder("UTF-8''");
    for (var octet : value.getBytes(StandardCharsets.UTF_8)) {
      var plain = Token.isCharacter(octet) && "*'%".indexOf(octet) < 0;
      text.append(plain ? "" + (char) octet : String.format(Locale.ROOT, "%%%02X", octet & 0xFF));
    }
    return text.toString();
  }
}
