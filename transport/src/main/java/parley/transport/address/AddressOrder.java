package parley.transport.address;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * In which order the addresses of a name are tried (RFC 8305, 4): IPv6 and IPv4 by turns, IPv6
 * first; last the IPv6 addresses that this machine has no address to reach them from. Those of this
 * machine itself stay as the system has them, IPv4 first, since most servers under development
 * listen there.
 */
final class AddressOrder {

  private AddressOrder() {}

  /** {@code reached} says of an IPv6 address whether this machine can reach its kind. */
  static List<InetAddress> of(List<InetAddress> addresses, Predicate<InetAddress> reached) {
    var six = addresses.stream().filter(Inet6Address.class::isInstance).toList();
    var four = addresses.stream().filter(one -> !(one instanceof Inet6Address)).toList();
    if (six.isEmpty()
        || four.isEmpty()
        || addresses.stream().allMatch(InetAddress::isLoopbackAddress)) {
      return addresses;
    }
    var order = byTurns(six.stream().filter(reached).toList(), four);
    order.addAll(six.stream().filter(reached.negate()).toList());
    return order;
  }

  private static List<InetAddress> byTurns(List<InetAddress> first, List<InetAddress> second) {
    var order = new ArrayList<InetAddress>();
    for (var i = 0; i < Math.max(first.size(), second.size()); i++) {
      first.stream().skip(i).limit(1).forEach(order::add);
      second.stream().skip(i).limit(1).forEach(order::add);
    }
    return order;
  }
}
