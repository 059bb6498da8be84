package parley.transport.address;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.Security;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import parley.model.connection.HostPort;
import parley.model.connection.IpFamily;
import parley.model.connection.Route;

/** Finds the addresses of a host. */
public final class Lookup {

  static {
    // Each try looks a name up anew: a server may come back at another address, and a name that was
    // unknown may be known. The JDK would keep an answer for 30 s, and "unknown" for 10 s. It reads
    // these before its first look-up.
    Security.setProperty("networkaddress.cache.ttl", "0");
    Security.setProperty("networkaddress.cache.negative.ttl", "0");
  }

  private Lookup() {}

  /** The addresses that need no look-up: those that the user gave, or the host is one itself. */
  public static Optional<List<InetAddress>> known(Route route, HostPort place) {
    return given(route, place)
        .or(() -> given(route, new HostPort("*", place.port())))
        .or(() -> literal(place.host()));
  }

  private static Optional<List<InetAddress>> given(Route route, HostPort wanted) {
    return route.resolve().entrySet().stream()
        .filter(entry -> isSame(entry.getKey(), wanted))
        .map(entry -> entry.getValue())
        .findFirst();
  }

  private static boolean isSame(HostPort given, HostPort wanted) {
    return given.port() == wanted.port() && given.host().equalsIgnoreCase(wanted.host());
  }

  private static Optional<List<InetAddress>> literal(String host) {
    try {
      return Optional.of(List.of(InetAddress.ofLiteral(host)));
    } catch (IllegalArgumentException name) {
      return Optional.empty();
    }
  }

  /**
   * Asks the JDK's resolver, which blocks and cannot be stopped, on a thread of its own; {@code
   * found} gets the addresses in the order to try them, none for a name that is not known.
   */
  public static void ask(String host, Consumer<List<InetAddress>> found) {
    Thread.startVirtualThread(() -> found.accept(addressesOf(host)));
  }

  private static List<InetAddress> addressesOf(String host) {
    try {
      return AddressOrder.of(List.of(InetAddress.getAllByName(host)), Interfaces::reach);
    } catch (UnknownHostException unknown) {
      return List.of();
    }
  }

  /** The zone of a literal address for which this machine has no interface. */
  static Optional<String> unknownZone(String host) {
    var zone = host.indexOf('%');
    return zone < 0 || literal(host).isPresent()
        ? Optional.empty()
        : Optional.of(host.substring(zone + 1));
  }

  public static List<InetAddress> ofFamily(IpFamily family, List<InetAddress> addresses) {
    return switch (family) {
      case ANY -> addresses;
      case IPV4 ->
          addresses.stream().filter(address -> !(address instanceof Inet6Address)).toList();
      case IPV6 -> addresses.stream().filter(Inet6Address.class::isInstance).toList();
    };
  }
}
