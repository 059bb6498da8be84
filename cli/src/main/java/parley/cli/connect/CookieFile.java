package parley.cli.connect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import parley.model.connection.WsUrl;

/**
 * Reads cookies as browsers and curl write them to a file: seven fields with tabs between them
 * (domain, whether subdomains count, path, whether only for TLS, expiry, name, value).
 */
final class CookieFile {

  private static final String HTTP_ONLY = "#HttpOnly_";

  private CookieFile() {}

  /** The cookies that go to {@code url} at {@code now}, as a Cookie header says them. */
  static String cookiesFor(WsUrl url, List<String> lines, Instant now) {
    var cookies = new ArrayList<String>();
    for (var line : lines) {
      var fields = ConnectValues.split(withoutPrefix(line), '\t');
      if (fields.size() == 7 && isFor(url, fields) && isFresh(fields.get(4), now)) {
        cookies.add(fields.get(5) + "=" + fields.get(6));
      }
    }
    return String.join("; ", cookies);
  }

  private static String withoutPrefix(String line) {
    return line.startsWith(HTTP_ONLY) ? line.substring(HTTP_ONLY.length()) : line;
  }

  private static boolean isFor(WsUrl url, List<String> fields) {
    return isForHost(url.host(), fields.get(0), fields.get(1).equals("TRUE"))
        && isForPath(url.target(), fields.get(2))
        && (url.secure() || !fields.get(3).equals("TRUE"));
  }

  private static boolean isForHost(String host, String domain, boolean subdomains) {
    var wanted = domain.startsWith(".") ? domain.substring(1) : domain;
    var name = host.toLowerCase(Locale.ROOT);
    return name.equals(wanted) || (subdomains && name.endsWith("." + wanted));
  }

  /** RFC 6265, 5.1.4: a path matches itself and what is below it. */
  private static boolean isForPath(String target, String path) {
    var query = target.indexOf('?');
    var asked = query < 0 ? target : target.substring(0, query);
    return asked.equals(path)
        || (asked.startsWith(path) && (path.endsWith("/") || asked.charAt(path.length()) == '/'));
  }

  /** Zero stands for a cookie of a browser's session, which is still good. */
  private static boolean isFresh(String expiry, Instant now) {
    try {
      var second = Long.parseLong(expiry);
      return second == 0 || second > now.getEpochSecond();
    } catch (NumberFormatException noNumber) {
      return false;
    }
  }
}
