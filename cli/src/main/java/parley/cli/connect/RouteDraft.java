package parley.cli.connect;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.model.connection.HostPort;
import parley.model.connection.IpFamily;
import parley.model.connection.LocalAddress;
import parley.model.connection.Route;
import parley.model.connection.TcpOptions;

/** What the options said of addresses and sockets. */
final class RouteDraft {

  IpFamily family = IpFamily.ANY;
  @Nullable LocalAddress from;
  @Nullable Path unixSocket;
  @Nullable Duration keepAlive;
  boolean noDelay = true;
  private final Map<HostPort, List<InetAddress>> resolve = new LinkedHashMap<>();

  void resolve(Resolution one) {
    if (one.addresses().isEmpty()) {
      resolve.remove(one.name());
    } else {
      resolve.put(one.name(), one.addresses());
    }
  }

  /** What it comes to, without proxies. */
  Route toRoute() {
    var route =
        Route.DIRECT
            .withFamily(family)
            .withLocalAddress(from)
            .withUnixSocket(unixSocket)
            .withTcp(new TcpOptions(noDelay, keepAlive));
    for (var one : resolve.entrySet()) {
      route = route.withResolved(one.getKey(), one.getValue());
    }
    return route;
  }

  /** The first that was given. */
  Optional<UrlOnly.Given> given() {
    if (family != IpFamily.ANY) {
      return given("-4 or -6");
    }
    if (!resolve.isEmpty()) {
      return given("--resolve");
    }
    if (from != null) {
      return given("--interface");
    }
    if (unixSocket != null) {
      return given("--unix-socket");
    }
    if (keepAlive != null) {
      return given("--keepalive-time");
    }
    return noDelay ? Optional.empty() : given("--no-tcp-nodelay");
  }

  private static Optional<UrlOnly.Given> given(String option) {
    return Optional.of(new UrlOnly.Given(option, "settings"));
  }
}
