package parley.model.connection;

import java.net.Inet6Address;
import java.net.InetSocketAddress;

/** An address and port as text, such as {@code 127.0.0.1:80} or {@code [::1]:80}. */
public final class HostText {

  private HostText() {}

  public static String of(InetSocketAddress address) {
    var ip = address.getAddress();
    if (ip == null) {
      return address.getHostString() + ":" + address.getPort();
    }
    var text = ip.getHostAddress();
    return ip instanceof Inet6Address
        ? "[" + shortened(text) + "]:" + address.getPort()
        : text + ":" + address.getPort();
  }

  /** The JDK writes all eight groups; the two addresses that everybody meets are shortened. */
  private static String shortened(String text) {
    return switch (text) {
      case "0:0:0:0:0:0:0:1" -> "::1";
      case "0:0:0:0:0:0:0:0" -> "::";
      default -> text;
    };
  }
}
