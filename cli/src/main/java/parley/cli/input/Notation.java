package parley.cli.input;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import parley.protocol.frame.Bytes;

/** How the bytes of a message are written down. */
public enum Notation {
  /** As they are. */
  PLAIN,
  /** Two hex digits a byte; spaces, colons and line breaks between them do not count. */
  HEX,
  /** Base64 (RFC 4648, 4 or 5), padded or not; white space does not count. */
  BASE64,
  /** With the escapes of C: {@code \n \r \t \0 \\ \" \' \a \b \e \f \v \xHH \\uHHHH}. */
  ESCAPED;

  /** What reading a message came to. */
  public sealed interface Decoded {

    record Payload(Bytes bytes) implements Decoded {}

    /** It is not in this notation; {@code problem} says what was found and what is expected. */
    record Unreadable(String problem) implements Decoded {}
  }

  /** The bytes that {@code written} stands for. */
  public Decoded read(Bytes written) {
    return switch (this) {
      case PLAIN -> new Decoded.Payload(written);
      case HEX -> readHex(compact(written, ": \t\r\n"));
      case BASE64 -> readBase64(compact(written, " \t\r\n"));
      case ESCAPED -> new Escapes(written).read();
    };
  }

  /** How {@code payload} is written down; escapes are for reading only, so they leave it plain. */
  public Bytes write(Bytes payload) {
    return switch (this) {
      case PLAIN, ESCAPED -> payload;
      case HEX -> Bytes.utf8(payload.toHex());
      case BASE64 -> Bytes.of(Base64.getEncoder().encode(payload.toArray()));
    };
  }

  private static String compact(Bytes written, String ignored) {
    var text = new String(written.toArray(), StandardCharsets.ISO_8859_1);
    var out = new StringBuilder(text.length());
    for (var i = 0; i < text.length(); i++) {
      if (ignored.indexOf(text.charAt(i)) < 0) {
        out.append(text.charAt(i));
      }
    }
    return out.toString();
  }

  private static Decoded readHex(String digits) {
    for (var i = 0; i < digits.length(); i++) {
      if (!HexFormat.isHexDigit(digits.charAt(i))) {
        return new Decoded.Unreadable(
            "'"
                + digits.charAt(i)
                + "' is no hex digit: expected pairs of digits, such as 00 ff 7e");
      }
    }
    return digits.length() % 2 == 0
        ? new Decoded.Payload(Bytes.hex(digits))
        : new Decoded.Unreadable(
            digits.length() + " hex digits: expected two for each byte, such as 00 ff 7e");
  }

  private static Decoded readBase64(String text) {
    try {
      var standard = text.replace('-', '+').replace('_', '/');
      return new Decoded.Payload(Bytes.of(Base64.getDecoder().decode(standard)));
    } catch (IllegalArgumentException wrong) {
      return new Decoded.Unreadable("this is no base64, which looks like aGVsbG8=");
    }
  }

  /** Reads escapes in one pass over the bytes. */
  private static final class Escapes {

    private final byte[] written;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int at;

    Escapes(Bytes written) {
      this.written = written.toArray();
    }

    Decoded read() {
      while (at < written.length) {
        var octet = written[at++];
        if (octet != '\\') {
          out.write(octet);
        } else if (!escape()) {
          return new Decoded.Unreadable(
              "there is no escape "
                  + new String(
                      written, at - 1, Math.min(2, written.length - at + 1), StandardCharsets.UTF_8)
                  + " here: expected \\n \\r \\t \\0 \\\\ \\xHH or \\uHHHH");
        }
      }
      return new Decoded.Payload(Bytes.of(out.toByteArray()));
    }

    private boolean escape() {
      if (at == written.length) {
        return false;
      }
      return switch (written[at]) {
        case 'x' -> number(2);
        case 'u' -> number(4);
        default -> letter("nrt0\\\"'abefv".indexOf(written[at]));
      };
    }

    private boolean letter(int index) {
      if (index < 0) {
        return false;
      }
      out.write("\n\r\t\0\\\"'\u0007\b\u001b\f\u000b".charAt(index));
      at++;
      return true;
    }

    private boolean number(int digits) {
      if (at + 1 + digits > written.length) {
        return false;
      }
      var value = 0;
      for (var i = at + 1; i <= at + digits; i++) {
        if (!HexFormat.isHexDigit(written[i])) {
          return false;
        }
        value = value << 4 | HexFormat.fromHexDigit(written[i]);
      }
      at += 1 + digits;
      write(value, digits);
      return true;
    }

    /** {@code \x} is one byte, {@code \}{@code u} one UTF-16 unit in UTF-8, pairs joined. */
    private void write(int value, int digits) {
      if (digits == 2) {
        out.write(value);
      } else if (Character.isHighSurrogate((char) value) && lowFollows()) {
        var low = Integer.parseInt(new String(written, at + 2, 4, StandardCharsets.ISO_8859_1), 16);
        at += 6;
        out.writeBytes(
            Character.toString(Character.toCodePoint((char) value, (char) low))
                .getBytes(StandardCharsets.UTF_8));
      } else {
        out.writeBytes(Character.toString(value).getBytes(StandardCharsets.UTF_8));
      }
    }

    private boolean lowFollows() {
      if (at + 6 > written.length || written[at] != '\\' || written[at + 1] != 'u') {
        return false;
      }
      var digits = new String(written, at + 2, 4, StandardCharsets.ISO_8859_1);
      return digits.chars().allMatch(HexFormat::isHexDigit)
          && Character.isLowSurrogate((char) Integer.parseInt(digits, 16));
    }
  }
}
