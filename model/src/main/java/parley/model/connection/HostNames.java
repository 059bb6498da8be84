package parley.model.connection;

import java.net.InetAddress;
import java.util.Optional;

/** What can be said of a host by its text alone. */
final class HostNames {

  private HostNames() {}

  /** Whether it is this machine by its name or its address. */
  static boolean isThisMachine(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.endsWith(".localhost")
        || address(host).filter(InetAddress::isLoopbackAddress).isPresent();
  }

  static boolean isAddress(String host) {
    return address(host).isPresent();
  }

  /** The address that it is, without its zone. */
  static Optional<InetAddress> address(String host) {
    var zone = host.indexOf('%');
    try {
      return Optional.of(InetAddress.ofLiteral(zone < 0 ? host : host.substring(0, zone)));
    } catch (IllegalArgumentException name) {
      return Optional.empty();
    }
  }
}
