package parley.transport.tls;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The few forms of DER (X.690) that a certificate needs. */
final class Der {

  private static final DateTimeFormatter GENERALIZED_TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final int UTC_TIME_ENDS = 2050;

  private Der() {}

  static byte[] element(int tag, byte[]... contents) {
    var content = new ByteArrayOutputStream();
    for (var part : contents) {
      content.writeBytes(part);
    }
    var out = new ByteArrayOutputStream();
    out.write(tag);
    writeLength(out, content.size());
    out.writeBytes(content.toByteArray());
    return out.toByteArray();
  }

  private static void writeLength(ByteArrayOutputStream out, int length) {
    if (length < 0x80) {
      out.write(length);
      return;
    }
    var octets = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / 8;
    out.write(0x80 | octets);
    for (var shift = (octets - 1) * 8; shift >= 0; shift -= 8) {
      out.write(length >>> shift);
    }
  }

  static byte[] sequence(byte[]... contents) {
    return element(0x30, contents);
  }

  static byte[] set(byte[]... contents) {
    return element(0x31, contents);
  }

  static byte[] explicit(int number, byte[]... contents) {
    return element(0xA0 | number, contents);
  }

  static byte[] integer(BigInteger value) {
    return element(0x02, value.toByteArray());
  }

  static byte[] bool(boolean value) {
    return element(0x01, new byte[] {(byte) (value ? 0xFF : 0)});
  }

  static byte[] utf8(String text) {
    return element(0x0C, text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] octets(byte[] content) {
    return element(0x04, content);
  }

  static byte[] bits(byte[] content) {
    return element(0x03, new byte[] {0}, content);
  }

  static byte[] oid(int... arcs) {
    var out = new ByteArrayOutputStream();
    out.write(arcs[0] * 40 + arcs[1]);
    for (var i = 2; i < arcs.length; i++) {
      for (var shift = 28; shift > 0; shift -= 7) {
        if (arcs[i] >>> shift != 0) {
          out.write(0x80 | ((arcs[i] >>> shift) & 0x7F));
        }
      }
      out.write(arcs[i] & 0x7F);
    }
    return element(0x06, out.toByteArray());
  }

  /** RFC 5280, 4.1.2.5: two digits of the year until 2049, four from then on. */
  static byte[] time(Instant time) {
    var text = GENERALIZED_TIME.format(time);
    return time.atZone(ZoneOffset.UTC).getYear() < UTC_TIME_ENDS
        ? element(0x17, text.substring(2).getBytes(StandardCharsets.US_ASCII))
        : element(0x18, text.getBytes(StandardCharsets.US_ASCII));
  }
}
