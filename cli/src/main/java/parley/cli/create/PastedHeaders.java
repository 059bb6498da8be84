package parley.cli.create;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import parley.protocol.handshake.Header;

/** Puts the headers of a pasted line where the format has keys for them. */
final class PastedHeaders {

  /** What Parley makes by itself, new for each connection. */
  private static final List<String> OWN =
      List.of("host", "upgrade", "connection", "sec-websocket-key");

  private PastedHeaders() {}

  /** One header as {@code Name: value}. */
  static void add(Pasted pasted, String line) {
    var colon = line.indexOf(':');
    if (colon < 1 || line.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
      pasted.lose("a header", "it is not written as 'Name: value'");
      return;
    }
    add(pasted, line.substring(0, colon).strip(), line.substring(colon + 1).strip());
  }

  static void add(Pasted pasted, String name, String value) {
    switch (name.toLowerCase(Locale.ROOT)) {
      case "cookie" -> cookies(pasted, value);
      case "authorization" -> authorization(pasted, name, value);
      case "sec-websocket-protocol" -> subprotocols(pasted, value);
      case "sec-websocket-extensions" -> extensions(pasted, name, value);
      case "sec-websocket-version" -> version(pasted, name, value);
      case String lower when OWN.contains(lower) -> {
        return; // Parley sends its own
      }
      default -> pasted.headers.add(new Header(name, value));
    }
  }

  private static void subprotocols(Pasted pasted, String names) {
    for (var name : names.split(",", -1)) {
      if (!name.isBlank()) {
        pasted.subprotocols.add(name.strip());
      }
    }
  }

  static void cookies(Pasted pasted, String text) {
    for (var part : text.split(";", -1)) {
      var equals = part.indexOf('=');
      if (equals > 0) {
        pasted.cookies.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
      } else if (!part.isBlank()) {
        pasted.lose("the cookies of '" + part.strip() + "'", "a file of cookies is not read");
      }
    }
  }

  private static void authorization(Pasted pasted, String name, String value) {
    var space = value.indexOf(' ');
    var scheme = space < 0 ? "" : value.substring(0, space).toLowerCase(Locale.ROOT);
    var rest = value.substring(space + 1).strip();
    switch (scheme) {
      case "bearer" -> pasted.bearer = rest;
      case "basic" -> basic(pasted, name, value, rest);
      default -> pasted.headers.add(new Header(name, value));
    }
  }

  private static void basic(Pasted pasted, String name, String value, String encoded) {
    try {
      pasted.user(new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException noBase64) {
      pasted.headers.add(new Header(name, value));
    }
  }

  private static void extensions(Pasted pasted, String name, String value) {
    if (value.startsWith("permessage-deflate")) {
      pasted.compression = true;
    } else {
      pasted.headers.add(new Header(name, value));
    }
  }

  private static void version(Pasted pasted, String name, String value) {
    if (!value.equals("13")) {
      pasted.headers.add(new Header(name, value));
    }
  }
}
