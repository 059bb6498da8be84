package parley.protocol.socks;

import parley.protocol.frame.Bytes;

/**
 * What the proxy is to connect to.
 *
 * @param type how {@code host} says it: 1 for IPv4, 3 for a name, 4 for IPv6 (RFC 1928, 5)
 * @param host the bytes of an address, or of a name without its length
 * @param port 1 to 65535
 */
public record SocksTarget(int type, Bytes host, int port) {

  static final int IPV4 = 1;
  static final int NAME = 3;
  static final int IPV6 = 4;

  /** The longest name, in bytes. */
  public static final int MAX_NAME_BYTES = 255;

  public SocksTarget {
    var fits =
        switch (type) {
          case IPV4 -> host.size() == 4;
          case IPV6 -> host.size() == 16;
          case NAME -> !host.isEmpty() && host.size() <= MAX_NAME_BYTES;
          default -> false;
        };
    if (!fits) {
      throw new IllegalArgumentException("a host of type " + type + " does not have " + host);
    }
  }

  /** An address of 4 or 16 bytes. */
  public static SocksTarget ofAddress(Bytes address, int port) {
    return new SocksTarget(address.size() == 4 ? IPV4 : IPV6, address, port);
  }

  /** A name of at most 255 bytes, which the proxy looks up. */
  public static SocksTarget ofName(String name, int port) {
    return new SocksTarget(NAME, Bytes.utf8(name), port);
  }
}
