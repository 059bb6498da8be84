package parley.model.connection;

import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;

/** An address as text, such as {@code 127.0.0.1:80}, {@code [::1]:80}, {@code unix:/run/a.sock}. */
public final class HostText {

  private HostText() {}

  public static String of(SocketAddress address) {
    return switch (address) {
      case InetSocketAddress internet -> of(internet);
      case UnixDomainSocketAddress local -> "unix:" + local.getPath();
      default -> address.toString();
    };
  }

  private static String of(InetSocketAddress address) {
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
