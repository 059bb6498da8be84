package parley.model.connection;

import java.net.InetAddress;

/** Where a connection begins on this machine. */
public sealed interface LocalAddress {

  /** At an address of this machine. */
  record At(InetAddress address) implements LocalAddress {}

  /** At an address of a network interface, such as {@code eth0}: one of the peer's family. */
  record Interface(String name) implements LocalAddress {
    public Interface {
      if (name.isEmpty()) {
        throw new IllegalArgumentException("an interface has a name");
      }
    }
  }

  /** Reads an address, or else the name of an interface; never empty. */
  static LocalAddress of(String text) {
    try {
      return new At(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException name) {
      return new Interface(text);
    }
  }
}
