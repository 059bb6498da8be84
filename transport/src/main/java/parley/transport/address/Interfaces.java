package parley.transport.address;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The network interfaces of this machine, as they are now. */
final class Interfaces {

  private Interfaces() {}

  /** The addresses of the interface with that name; none when there is no such interface. */
  static List<InetAddress> addressesOf(String name) {
    return all().filter(one -> one.getName().equals(name)).flatMap(Interfaces::addresses).toList();
  }

  /** Whether some interface has an address of the kind of {@code peer}, to reach it from. */
  static boolean reach(InetAddress peer) {
    return all()
        .flatMap(Interfaces::addresses)
        .anyMatch(own ->
            own.getClass().equals(peer.getClass())
                && own.isLoopbackAddress() == peer.isLoopbackAddress()
                && own.isLinkLocalAddress() == peer.isLinkLocalAddress());
  }

  /** That there is none of that name, and which ones there are; or that it leads nowhere. */
  static String missing(String name) {
    if (all().anyMatch(one -> one.getName().equals(name))) {
      return name + " has no address of that kind";
    }
    var names = all().map(NetworkInterface::getName).sorted().collect(Collectors.joining(", "));
    return "this machine has no address or interface '" + name + "'; it has " + names;
  }

  private static Stream<InetAddress> addresses(NetworkInterface one) {
    return one.inetAddresses();
  }

  private static Stream<NetworkInterface> all() {
    try {
      return NetworkInterface.networkInterfaces();
    } catch (SocketException none) {
      return Stream.empty();
    }
  }
}
