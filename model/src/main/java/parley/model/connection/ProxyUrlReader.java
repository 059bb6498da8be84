package parley.model.connection;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.model.connection.ProxySpec.Kind;
import parley.model.connection.ProxySpec.Login;
import parley.model.connection.ProxySpec.Parsed;

/** Reads the URL of one proxy; see {@link ProxySpec#parse}. */
final class ProxyUrlReader {

  private static final String EXAMPLE = "http://proxy.example:3128";
  private static final int DEFAULT_PORT = 1080; // as curl has it, also for http

  private final String text;

  ProxyUrlReader(String text) {
    this.text = text.strip();
  }

  Parsed read() {
    var scheme = text.indexOf("://");
    var rest = scheme < 0 ? text : text.substring(scheme + 3);
    var kind = scheme < 0 ? Optional.of(Kind.HTTP) : kind(text.substring(0, scheme));
    return kind.isEmpty()
        ? new Parsed.Invalid(
            "the scheme of the proxy is '%s': expected http, https, socks5 or socks5h, such as %s"
                .formatted(text.substring(0, scheme), EXAMPLE))
        : read(kind.get(), rest);
  }

  private static Optional<Kind> kind(String scheme) {
    var name = scheme.toLowerCase(Locale.ROOT);
    return Arrays.stream(Kind.values()).filter(kind -> kind.scheme().equals(name)).findFirst();
  }

  private static Parsed read(Kind kind, String rest) {
    var at = rest.lastIndexOf('@');
    var place = rest.substring(at + 1);
    var bare = place.endsWith("/") ? place.substring(0, place.length() - 1) : place;
    if (bare.isEmpty()) {
      return new Parsed.Invalid("the proxy has no host: expected its URL, such as " + EXAMPLE);
    }
    if (bare.matches(".*[/?#].*")) {
      return new Parsed.Invalid(
          "'%s' is more than a host and a port: expected a proxy's URL, such as %s"
              .formatted(bare, EXAMPLE));
    }
    return switch (WsUrl.parse("ws://" + bare)) {
      case WsUrl.Parsed.Invalid(var problem) -> new Parsed.Invalid("for the proxy, " + problem);
      case WsUrl.Parsed.Valid(var url, var _, var _) ->
          new Parsed.Valid(
              new ProxySpec(
                  kind,
                  new HostPort(url.host(), port(kind, bare, url.port())),
                  login(rest.substring(0, Math.max(0, at))),
                  TlsSpec.DEFAULT,
                  null));
    };
  }

  private static int port(Kind kind, String place, int port) {
    return place.matches(".*:\\d+") ? port : kind == Kind.HTTPS ? 443 : DEFAULT_PORT;
  }

  private static @Nullable Login login(String userInfo) {
    if (userInfo.isEmpty()) {
      return null;
    }
    var parts = userInfo.split(":", 2);
    return new Login(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
  }

  /** Percent-decoded, with what is no escape as it is. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException asItIs) {
      return text;
    }
  }
}
