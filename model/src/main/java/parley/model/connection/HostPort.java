package parley.model.connection;

import java.util.Optional;

/**
 * A host and a port.
 *
 * @param host a name or an address; an IPv6 address stands without brackets
 * @param port 1 to 65535
 */
public record HostPort(String host, int port) {

  public HostPort {
    if (host.isEmpty()) {
      throw new IllegalArgumentException("a host is not empty");
    }
    if (port < 1 || port > 0xFFFF) {
      throw new IllegalArgumentException("a port is a number from 1 to 65535: " + port);
    }
  }

  /** Reads {@code name:443} or {@code [::1]:443}. */
  public static Optional<HostPort> parse(String text) {
    var end = text.lastIndexOf(':');
    var host = text.substring(0, Math.max(end, 0));
    var name =
        host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    var isOneHost = !name.isEmpty() && (name.indexOf(':') < 0 || !name.equals(host));
    return isOneHost
        ? port(text.substring(end + 1)).map(port -> new HostPort(name, port))
        : Optional.empty();
  }

  private static Optional<Integer> port(String digits) {
    return Optional.of(digits)
        .filter(text -> text.matches("\\d{1,5}"))
        .map(Integer::valueOf)
        .filter(port -> port >= 1 && port <= 0xFFFF);
  }

  /** The host as it stands in a URL: an IPv6 address in brackets. */
  public String bracketedHost() {
    return host.indexOf(':') < 0 ? host : "[" + host + "]";
  }

  /** The same without the zone of an IPv6 address, which means nothing to others (RFC 6874, 4). */
  public HostPort withoutZone() {
    var zone = host.indexOf(':') < 0 ? -1 : host.indexOf('%');
    return zone < 0 ? this : new HostPort(host.substring(0, zone), port);
  }

  @Override
  public String toString() {
    return bracketedHost() + ":" + port;
  }
}
