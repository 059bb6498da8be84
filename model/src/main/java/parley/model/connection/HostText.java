package parley.model.connection;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** An address as text, such as {@code 127.0.0.1:80}, {@code [::1]:80}, {@code unix:/run/a.sock}. */
public final class HostText {

  private static final Pattern ZEROS = Pattern.compile("(?:^|:)0(?::0)+(?::|$|(?=%))");

  private HostText() {}

  /** Reads a literal address; one of IPv6 may stand in brackets. */
  public static Optional<InetAddress> address(String text) {
    var isBracketed = text.startsWith("[") && text.endsWith("]");
    try {
      return Optional.of(
          InetAddress.ofLiteral(isBracketed ? text.substring(1, text.length() - 1) : text));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  /** An address with its port, or the file of a socket. */
  public static String of(SocketAddress address) {
    if (address instanceof InetSocketAddress internet) {
      return of(internet);
    }
    return address instanceof UnixDomainSocketAddress local
        ? "unix:" + local.getPath()
        : address.toString();
  }

  private static String of(InetSocketAddress address) {
    var ip = address.getAddress();
    if (ip == null) {
      return address.getHostString() + ":" + address.getPort();
    }
    return (ip instanceof Inet6Address ? "[" + of(ip) + "]" : of(ip)) + ":" + address.getPort();
  }

  /** An address without a port, such as {@code ::1}. */
  public static String of(InetAddress address) {
    var text = address.getHostAddress();
    return address instanceof Inet6Address ? shortened(text) : text;
  }

  /** The JDK writes all eight groups; the longest run of zeros is left out (RFC 5952, 4.2). */
  private static String shortened(String text) {
    return ZEROS
        .matcher(text)
        .results()
        .reduce((one, next) -> next.group().length() > one.group().length() ? next : one)
        .map(run -> text.substring(0, run.start()) + "::" + text.substring(run.end()))
        .orElse(text);
  }
}
