package parley.mock.plan;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a client asks for: the path and the query of a request target (RFC 9112, 3.2), with their
 * percent-encoding undone (RFC 3986, 2.1). What is no encoding of UTF-8 stays as it is.
 *
 * @param path as the client wrote it, without the query
 * @param segments the decoded parts of the path, what stands between its slashes
 * @param params of the query in their order; of those that repeat the first
 */
record Target(String path, List<String> segments, Map<String, String> params) {

  static Target parse(String target) {
    var relative = withoutOrigin(target);
    var question = relative.indexOf('?');
    var path = question < 0 ? relative : relative.substring(0, question);
    var query = question < 0 ? "" : relative.substring(question + 1);
    return new Target(path, segments(path), params(query));
  }

  /** RFC 9112, 3.2.2: a server takes whole URLs, too. */
  private static String withoutOrigin(String target) {
    var scheme = target.indexOf("://");
    if (target.startsWith("/") || scheme < 0) {
      return target;
    }
    var slash = target.indexOf('/', scheme + 3);
    return slash < 0 ? "/" : target.substring(slash);
  }

  static List<String> segments(String path) {
    var parts = path.split("/", -1);
    return Arrays.stream(parts).skip(1).map(Target::decode).toList();
  }

  private static Map<String, String> params(String query) {
    var params = new LinkedHashMap<String, String>();
    for (var pair : query.split("&", -1)) {
      var equals = pair.indexOf('=');
      var name = equals < 0 ? pair : pair.substring(0, equals);
      var value = equals < 0 ? "" : pair.substring(equals + 1);
      if (!name.isEmpty()) {
        params.putIfAbsent(decodeForm(name), decodeForm(value));
      }
    }
    return params;
  }

  /** In a query a plus stands for a space, as forms write it. */
  private static String decodeForm(String text) {
    return decode(text.replace('+', ' '));
  }

  static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    try {
      var bytes = ByteBuffer.wrap(decodedBytes(text));
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException notUtf8) {
      return text;
    }
  }

  private static byte[] decodedBytes(String text) {
    var raw = text.getBytes(StandardCharsets.UTF_8);
    var out = new ByteArrayOutputStream(raw.length);
    for (var i = 0; i < raw.length; i++) {
      var isEncoded = raw[i] == '%' && i + 2 < raw.length && hex(raw[i + 1]) >= 0;
      if (isEncoded && hex(raw[i + 2]) >= 0) {
        out.write(hex(raw[i + 1]) << 4 | hex(raw[i + 2]));
        i += 2;
      } else {
        out.write(raw[i]);
      }
    }
    return out.toByteArray();
  }

  private static int hex(byte digit) {
    return Character.digit(digit, 16);
  }
}
