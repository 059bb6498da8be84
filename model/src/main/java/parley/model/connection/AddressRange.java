package parley.model.connection;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that begin with the same bits, such as {@code 10.0.0.0/8}.
 *
 * @param networkOrNull null for what is no address, and holds none
 */
record AddressRange(@Nullable InetAddress networkOrNull, int bits) {

  /** Reads an address, IPv6 with or without brackets, and maybe a slash and a length. */
  static AddressRange of(String text) {
    var slash = text.indexOf('/');
    var address = slash < 0 ? text : text.substring(0, slash);
    var bare = address.replaceAll("^\\[(.*)]$", "$1");
    var network = HostNames.address(bare).orElse(null);
    var length = slash < 0 ? "" : text.substring(slash + 1);
    if (network == null || (slash >= 0 && !length.matches("\\d{1,3}"))) {
      return new AddressRange(null, 0);
    }
    var all = network.getAddress().length * 8;
    var bits = length.isEmpty() ? all : Integer.parseInt(length);
    // curl takes a length of 0 as the address alone.
    return bits > all
        ? new AddressRange(null, 0)
        : new AddressRange(network, bits == 0 ? all : bits);
  }

  boolean holds(String host) {
    var address = HostNames.address(host).map(InetAddress::getAddress).orElse(new byte[0]);
    var network = networkOrNull == null ? new byte[0] : networkOrNull.getAddress();
    if (network.length == 0 || address.length != network.length) {
      return false;
    }
    for (var bit = 0; bit < bits; bit++) {
      var mask = 0x80 >> bit % 8;
      if (((address[bit / 8] ^ network[bit / 8]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}
