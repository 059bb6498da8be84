package parley.workbench.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Under which names and addresses a server may be asked for. A page of another site whose name was
 * made to resolve to this machine (DNS rebinding) asks under that name, and is found out by it.
 */
final class Hosts {

  private static final Pattern HOST =
      Pattern.compile("(?:\\[([0-9a-fA-F:.]+)]|([A-Za-z0-9._-]+))(?::(\\d{1,5}))?");
  private static final Pattern IPV4 = Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}");
  private static final int HTTP_PORT = 80;

  private final Set<String> names = new HashSet<>();
  private final Set<InetAddress> addresses = new HashSet<>();
  private final int port;
  private final String shown;

  /**
   * @param asked the address as the user gave it, by name or number
   * @param port the one that was taken
   */
  Hosts(InetSocketAddress asked, int port) {
    this.port = port;
    var address = asked.getAddress();
    names.add(asked.getHostString().toLowerCase(Locale.ROOT));
    addresses.add(address);
    if (address.isAnyLocalAddress()) {
      addresses.addAll(ofThisMachine());
    }
    if (address.isAnyLocalAddress() || address.isLoopbackAddress()) {
      names.add("localhost");
      addresses.add(InetAddress.ofLiteral("127.0.0.1"));
      addresses.add(InetAddress.ofLiteral("::1"));
    }
    shown = address.isAnyLocalAddress() ? toHost(reachable()) : toHost(address);
  }

  private static Set<InetAddress> ofThisMachine() {
    try {
      var all = new HashSet<InetAddress>();
      NetworkInterface.networkInterfaces().forEach(one -> one.inetAddresses().forEach(all::add));
      return all;
    } catch (SocketException unknown) {
      return Set.of();
    }
  }

  /** One that other machines know; this machine's own where there is none. */
  private InetAddress reachable() {
    return addresses.stream()
        .filter(one -> !one.isLoopbackAddress() && !one.isAnyLocalAddress())
        .filter(one -> IPV4.matcher(one.getHostAddress()).matches())
        .findFirst()
        .orElse(InetAddress.getLoopbackAddress());
  }

  private static String toHost(InetAddress address) {
    var text = address.getHostAddress().replaceFirst("%.*", "");
    return text.contains(":") ? "[" + text + "]" : text;
  }

  /** The beginning of all URLs, without a slash behind it. */
  String origin() {
    return "http://" + shown + (port == HTTP_PORT ? "" : ":" + port);
  }

  /** Whether a {@code Host} header (RFC 9110, 7.2) names this server. */
  boolean isOurs(String host) {
    var parts = HOST.matcher(host);
    if (!parts.matches()) {
      return false;
    }
    var given = parts.group(3) == null ? HTTP_PORT : Integer.parseInt(parts.group(3));
    var literal = Optional.ofNullable(parts.group(1));
    return given == port
        && literal.map(this::isOurAddress).orElseGet(() -> isOurName(parts.group(2)));
  }

  private boolean isOurName(String name) {
    return IPV4.matcher(name).matches()
        ? isOurAddress(name)
        : names.contains(name.toLowerCase(Locale.ROOT));
  }

  private boolean isOurAddress(String literal) {
    try {
      return addresses.contains(InetAddress.ofLiteral(literal));
    } catch (IllegalArgumentException nonsense) {
      return false;
    }
  }
}
