package parley.protocol.cookie;

import java.util.Locale;

/**
 * A request in the eyes of cookies.
 *
 * @param host in lower case; a name or an address, IPv6 without brackets
 * @param path without its query
 * @param secure whether it goes over TLS, or stays on this machine
 * @param crossSite whether a page of another site asks
 */
public record Visit(String host, String path, boolean secure, boolean crossSite) {

  /**
   * A visit of one's own accord.
   *
   * @param target path and query, as in a request line
   */
  public static Visit of(String host, String target, boolean tls) {
    var lower = host.toLowerCase(Locale.ROOT);
    var query = target.indexOf('?');
    var path = query < 0 ? target : target.substring(0, query);
    // Browsers and curl trust this machine as they trust TLS.
    return new Visit(lower, path, tls || isThisMachine(lower), false);
  }

  private static boolean isThisMachine(String host) {
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.equals("::1")
        || host.matches("127(\\.\\d{1,3}){3}");
  }

  /** The same, asked for by the page of {@code origin}, such as {@code https://a.example:8443}. */
  public Visit askedBy(String origin) {
    var authority = origin.substring(origin.indexOf("://") + 1).replaceFirst("^//", "");
    var name = authority.replaceFirst(":\\d*$", "").replaceAll("[\\[\\]]", "");
    return new Visit(host, path, secure, !siteOf(name.toLowerCase(Locale.ROOT)).equals(site()));
  }

  private String site() {
    return siteOf(host);
  }

  /** The last two labels: without a list of public suffixes, a site is not known better. */
  private static String siteOf(String name) {
    var labels = name.split("\\.", -1);
    return isAddress(name) || labels.length < 3
        ? name
        : labels[labels.length - 2] + "." + labels[labels.length - 1];
  }

  static boolean isAddress(String host) {
    return host.indexOf(':') >= 0 || host.matches("\\d{1,3}(\\.\\d{1,3}){3}");
  }

  /** Whether the host is {@code domain} or below it (RFC 6265bis, 5.1.3). */
  boolean isWithin(String domain) {
    return host.equals(domain) || (host.endsWith("." + domain) && !isAddress(host));
  }

  /** Whether the path is {@code prefix} or below it (RFC 6265bis, 5.1.4). */
  boolean isBelow(String prefix) {
    return isBelow(path, prefix);
  }

  static boolean isBelow(String path, String prefix) {
    return path.equals(prefix)
        || (path.startsWith(prefix)
            && (prefix.endsWith("/") || path.charAt(prefix.length()) == '/'));
  }

  /** The path of a cookie that names none (RFC 6265bis, 5.1.4). */
  String defaultPath() {
    var slash = path.lastIndexOf('/');
    return slash <= 0 ? "/" : path.substring(0, slash);
  }
}
