package parley.protocol.handshake;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import parley.protocol.frame.Bytes;

/** Text in the heads of HTTP/1 messages. */
final class HeadText {

  private static final Pattern HTTP_11_OR_ABOVE = Pattern.compile("HTTP/(1\\.[1-9]|[2-9]\\.\\d)");
  private static final int SHOWN_BYTES = 32;

  private HeadText() {}

  static void requireOneLine(String text) {
    for (var index = 0; index < text.length(); index++) {
      var c = text.charAt(index);
      if (c == '\r' || c == '\n' || c == '\0') {
        throw new IllegalArgumentException(
            "CR, LF and NUL cannot stand in a head, as at character " + (index + 1));
      }
    }
  }

  static boolean isAtLeastHttp11(String version) {
    return HTTP_11_OR_ABOVE.matcher(version).matches();
  }

  /** UTF-8 when it is valid, else ISO-8859-1, which gives every byte a character. */
  static String decode(Bytes bytes) {
    return bytes.isUtf8()
        ? bytes.toText()
        : new String(bytes.toArray(), StandardCharsets.ISO_8859_1);
  }

  /** A field's value without the spaces and tabs around it (RFC 9110, 5.5). */
  static String trim(String value) {
    var from = 0;
    var to = value.length();
    while (from < to && isSpace(value.charAt(from))) {
      from++;
    }
    while (from < to && isSpace(value.charAt(to - 1))) {
      to--;
    }
    return value.substring(from, to);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }

  /** Whether two texts differ at most in the case of ASCII letters (RFC 6455, 2.1). */
  static boolean equalInAnyCase(String one, String other) {
    return one.equalsIgnoreCase(other) && isAscii(one) == isAscii(other);
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  /** At most the first 32 bytes in double quotes, all but printable ASCII as {@code \xHH}. */
  static String quote(Bytes bytes) {
    var quoted = new StringBuilder("\"");
    for (var index = 0; index < Math.min(bytes.size(), SHOWN_BYTES); index++) {
      var value = bytes.at(index) & 0xFF;
      var printable = value >= ' ' && value <= '~';
      quoted.append(printable ? "" + (char) value : String.format(Locale.ROOT, "\\x%02X", value));
    }
    return quoted.append(bytes.size() > SHOWN_BYTES ? "\"..." : "\"").toString();
  }
}
