package parley.protocol.authentication;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.protocol.handshake.Header;

/**
 * A GET request in the one form that both sides of a signature of AWS come to.
 *
 * @param target as it stands in the request line
 * @param headers those that are signed
 */
record AwsCanonical(String target, List<Header> headers) {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /** The whole of it: method, path, query, headers, their names, and the hash of no body. */
  String text() {
    var named = byName();
    var lines =
        named.entrySet().stream()
            .map(header -> header.getKey() + ":" + header.getValue() + "\n")
            .collect(Collectors.joining());
    return String.join("\n", "GET", path(), query(), lines, names(), AwsSigner.hash(""));
  }

  /** The names of the signed headers. */
  String names() {
    return String.join(";", byName().keySet());
  }

  private TreeMap<String, String> byName() {
    var named = new TreeMap<String, String>();
    for (var header : headers) {
      var value = header.value().strip().replaceAll("\\s+", " ");
      named.merge(
          header.name().toLowerCase(Locale.ROOT), value, (first, next) -> first + "," + next);
    }
    return named;
  }

  /** Without dots and doubled slashes; what is encoded in it is so once more. */
  private String path() {
    var segments = new ArrayDeque<String>();
    var written = target.split("\\?", 2)[0];
    for (var segment : written.split("/", -1)) {
      switch (segment) {
        case "", "." -> {}
        case ".." -> segments.pollLast();
        default -> segments.addLast(encode(segment));
      }
    }
    var end = segments.isEmpty() || !written.endsWith("/") ? "" : "/";
    return "/" + String.join("/", segments) + end;
  }

  /** Sorted by names, then by values. */
  private String query() {
    var at = target.indexOf('?');
    return at < 0
        ? ""
        : Stream.of(target.substring(at + 1).split("&", -1))
            .filter(one -> !one.isEmpty())
            .map(Parameter::of)
            .sorted(Comparator.comparing(Parameter::name).thenComparing(Parameter::value))
            .map(Parameter::toString)
            .collect(Collectors.joining("&"));
  }

  private record Parameter(String name, String value) {

    static Parameter of(String written) {
      var equals = written.indexOf('=');
      return equals < 0
          ? new Parameter(recoded(written), "")
          : new Parameter(
              recoded(written.substring(0, equals)), recoded(written.substring(equals + 1)));
    }

    @Override
    public String toString() {
      return name + "=" + value;
    }
  }

  private static String recoded(String written) {
    return encode(decoded(written));
  }

  static String encode(String text) {
    return encode(text.getBytes(UTF_8));
  }

  private static String encode(byte[] octets) {
    var encoded = new StringBuilder();
    for (var octet : octets) {
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
    return "-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".indexOf(octet) >= 0;
  }

  /** A plus stands for a space, as in forms; a percent sign that encodes nothing, for itself. */
  private static byte[] decoded(String written) {
    var octets = written.getBytes(UTF_8);
    var decoded = new ByteArrayOutputStream(octets.length);
    for (var at = 0; at < octets.length; at++) {
      if (octets[at] == '%' && isHexPair(octets, at + 1)) {
        decoded.write(HexFormat.fromHexDigits(written(octets, at + 1)));
        at += 2;
      } else {
        decoded.write(octets[at] == '+' ? ' ' : octets[at]);
      }
    }
    return decoded.toByteArray();
  }

  private static boolean isHexPair(byte[] octets, int at) {
    return at + 1 < octets.length
        && HexFormat.isHexDigit(octets[at])
        && HexFormat.isHexDigit(octets[at + 1]);
  }

  private static String written(byte[] octets, int at) {
    return new String(octets, at, 2, UTF_8);
  }
}
