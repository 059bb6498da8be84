package parley.model.connection;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Hosts that are reached without a proxy, by the rules of curl: {@code example.com} and {@code
 * .example.com} both mean that name and all below it, an address may have the length of its network
 * behind a slash, and a single {@code *} means all hosts. Ports are not looked at.
 *
 * @param hosts in any order
 * @param thisMachine whether {@code localhost} and the addresses of the loopback are among them
 */
public record NoProxy(List<String> hosts, boolean thisMachine) {

  /** No host. */
  public static final NoProxy NOWHERE = new NoProxy(List.of(), false);

  public NoProxy {
    hosts = List.copyOf(hosts);
  }

  /** Reads a list with commas or spaces between its hosts. */
  public static NoProxy parse(String text) {
    var hosts = Arrays.stream(text.split("[,\\s]+")).filter(host -> !host.isEmpty()).toList();
    return new NoProxy(hosts, false);
  }

  /** What {@code no_proxy}, or else {@code NO_PROXY}, says. */
  public static NoProxy of(Map<String, String> environment) {
    return Stream.of("no_proxy", "NO_PROXY")
        .map(name -> environment.getOrDefault(name, "").strip())
        .filter(value -> !value.isEmpty())
        .findFirst()
        .map(NoProxy::parse)
        .orElse(NOWHERE);
  }

  /** The same with this machine. */
  public NoProxy withThisMachine() {
    return new NoProxy(hosts, true);
  }

  /**
   * Whether {@code host} is reached straight.
   *
   * @param host a name or an address, without brackets
   */
  public boolean covers(String host) {
    if (hosts.equals(List.of("*")) || (thisMachine && HostNames.isThisMachine(host))) {
      return true;
    }
    return HostNames.isAddress(host)
        ? hosts.stream().anyMatch(one -> AddressRange.of(one).holds(host))
        : hosts.stream().anyMatch(one -> isWithin(name(host), name(one)));
  }

  private static String name(String host) {
    var end = host.endsWith(".") ? host.length() - 1 : host.length();
    return host.substring(host.startsWith(".") && end > 0 ? 1 : 0, end).toLowerCase(Locale.ROOT);
  }

  private static boolean isWithin(String host, String domain) {
    return host.equals(domain) || (!domain.isEmpty() && host.endsWith("." + domain));
  }
}
