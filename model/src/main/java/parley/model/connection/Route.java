package parley.model.connection;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * By which way a connection reaches its server.
 *
 * @param family which addresses of a name are tried
 * @param resolve addresses to use in place of what a name resolves to; the host {@code *} stands
 *     for every name that has no entry of its own
 * @param proxies which proxy is on the way
 * @param unixSocketOrNull the file of a socket of this machine, in place of host and port
 * @param localAddressOrNull where to connect from; null for the system's choice
 * @param tcp options of the socket
 */
public record Route(
    IpFamily family,
    Map<HostPort, List<InetAddress>> resolve,
    Proxies proxies,
    @Nullable Path unixSocketOrNull,
    @Nullable LocalAddress localAddressOrNull,
    TcpOptions tcp) {

  /** Straight to the server, with the system's choice of everything. */
  public static final Route DIRECT =
      new Route(IpFamily.ANY, Map.of(), new Proxies.None(), null, null, TcpOptions.DEFAULT);

  public Route {
    resolve = Map.copyOf(resolve);
  }

  public Optional<Path> unixSocket() {
    return Optional.ofNullable(unixSocketOrNull);
  }

  public Optional<LocalAddress> localAddress() {
    return Optional.ofNullable(localAddressOrNull);
  }

  public Route withFamily(IpFamily changed) {
    return new Route(changed, resolve, proxies, unixSocketOrNull, localAddressOrNull, tcp);
  }

  /** The same with {@code addresses} for {@code name}. */
  public Route withResolved(HostPort name, List<InetAddress> addresses) {
    var changed = new LinkedHashMap<>(resolve);
    changed.put(name, List.copyOf(addresses));
    return new Route(family, changed, proxies, unixSocketOrNull, localAddressOrNull, tcp);
  }

  public Route withProxies(Proxies changed) {
    return new Route(family, resolve, changed, unixSocketOrNull, localAddressOrNull, tcp);
  }

  public Route withUnixSocket(@Nullable Path changed) {
    return new Route(family, resolve, proxies, changed, localAddressOrNull, tcp);
  }

  public Route withLocalAddress(@Nullable LocalAddress changed) {
    return new Route(family, resolve, proxies, unixSocketOrNull, changed, tcp);
  }

  public Route withTcp(TcpOptions changed) {
    return new Route(family, resolve, proxies, unixSocketOrNull, localAddressOrNull, changed);
  }
}
