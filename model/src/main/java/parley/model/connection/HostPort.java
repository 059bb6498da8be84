package parley.model.connection;

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

  /** The host as it stands in a URL: an IPv6 address in brackets. */
  public String bracketedHost() {
    return host.indexOf(':') < 0 ? host : "[" + host + "]";
  }

  @Override
  public String toString() {
    return bracketedHost() + ":" + port;
  }
}
