package parley.cli.connect;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.protocol.cookie.Cookie;
import parley.protocol.cookie.SameSite;

/**
 * Reads cookies as browsers and curl write them to a file: seven fields with tabs between them
 * (domain, whether subdomains count, path, whether only for TLS, expiry, name, value).
 */
final class CookieFile {

  private static final String HTTP_ONLY = "#HttpOnly_";

  private CookieFile() {}

  /** The cookies of those lines that are some. */
  static List<Cookie> read(List<String> lines) {
    return lines.stream().flatMap(line -> read(line).stream()).toList();
  }

  private static Optional<Cookie> read(String line) {
    var httpOnly = line.startsWith(HTTP_ONLY);
    var fields = ConnectValues.split(httpOnly ? line.substring(HTTP_ONLY.length()) : line, '\t');
    if (fields.size() != 7 || !fields.get(4).matches("-?\\d{1,11}")) {
      return Optional.empty();
    }
    var domain = fields.get(0).toLowerCase(Locale.ROOT);
    return Optional.of(
        new Cookie(
            fields.get(5),
            fields.get(6),
            domain.startsWith(".") ? domain.substring(1) : domain,
            !fields.get(1).equals("TRUE"),
            fields.get(2),
            fields.get(3).equals("TRUE"),
            httpOnly,
            SameSite.UNSET,
            expiry(Long.parseLong(fields.get(4)))));
  }

  /** Zero stands for a cookie of a browser's session, which is still good. */
  private static @Nullable Instant expiry(long second) {
    return second == 0 ? null : Instant.ofEpochSecond(second);
  }
}
