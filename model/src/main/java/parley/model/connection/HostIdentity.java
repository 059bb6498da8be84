package parley.model.connection;

import java.util.List;
import java.util.Locale;

/**
 * A client's certificate and whom it is for.
 *
 * @param hosts names or addresses; {@code *.a.example} for all below {@code a.example}; empty for
 *     every host that no other certificate names
 */
public record HostIdentity(List<String> hosts, ClientIdentity identity) {

  public HostIdentity {
    hosts = List.copyOf(hosts);
  }

  /** Whether it names {@code host}. */
  public boolean names(String host) {
    var wanted = host.toLowerCase(Locale.ROOT);
    return hosts.stream().anyMatch(one -> matches(one.toLowerCase(Locale.ROOT), wanted));
  }

  private static boolean matches(String pattern, String host) {
    return pattern.startsWith("*.") ? host.endsWith(pattern.substring(1)) : host.equals(pattern);
  }
}
