package parley.files.format;

import java.net.InetAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.files.shape.FormsShape;
import parley.files.shape.Key;
import parley.files.shape.KeyedShape;
import parley.files.shape.ListShape;
import parley.files.shape.MapShape;
import parley.files.shape.ScalarShape;
import parley.files.shape.Scalars;
import parley.files.shape.Values;
import parley.model.connection.HostPort;
import parley.model.connection.HostText;
import parley.model.connection.IpFamily;
import parley.model.connection.LocalAddress;
import parley.model.connection.Route;
import parley.model.connection.TcpOptions;

/** By which addresses and sockets a connection reaches its server. */
final class RouteFormat {

  private static final Key<IpFamily> IP =
      Key.<IpFamily>of(
              "ip", ScalarShape.ofWords(families()), "Which addresses of a name are tried.")
          .orElse("any");

  private static final ScalarShape<HostPort> HOST_PORT =
      ScalarShape.of(
          "a host and a port such as `\"chat.example:443\"`, or `\"*:443\"` for all hosts",
          HostPort::parse,
          ".+:\\d{1,5}");
  private static final ScalarShape<InetAddress> ADDRESS =
      ScalarShape.of(
          "an address such as `127.0.0.1` or `\"::1\"`", HostText::address, "[0-9A-Fa-f:.%\\S]+");
  private static final Key<Map<HostPort, List<InetAddress>>> RESOLVE =
      Key.<Map<HostPort, List<InetAddress>>>of(
              "resolve",
              new KeyedShape<>(
                  "a map of hosts with their ports, and addresses",
                  HOST_PORT,
                  FormsShape.<List<InetAddress>>ofScalar(ADDRESS.map(List::of))
                      .orList(ListShape.of("a list of addresses", ADDRESS))),
              "Addresses to connect to in place of those that a name has.")
          .orElse("{}");

  private static final Key<LocalAddress> LOCAL_ADDRESS =
      Key.of(
          "local-address",
          ScalarShape.of(
              "an address of this machine, or the name of an interface such as `eth0`",
              text -> Optional.of(text).filter(RouteFormat::isWord).map(LocalAddress::of),
              "\\S+"),
          "An address of this machine, or the name of an interface such as `eth0`, to connect"
              + " from.");

  private static final Key<Path> UNIX_SOCKET =
      Key.of(
          "unix-socket",
          ScalarShape.of(
              "the absolute path of a socket such as `/run/app.sock`",
              RouteFormat::absolute,
              "\\S.*"),
          "A socket of this machine to connect to, whatever host the URL names.");

  private static final Key<Boolean> NO_DELAY =
      Key.<Boolean>of("no-delay", Scalars.FLAG, "Whether small pieces are sent at once.")
          .orElse("true");
  private static final String PROBES = "`false`, or a number of whole seconds such as `30s`";
  private static final Key<Duration> KEEP_ALIVE =
      Key.<Duration>of(
              "keep-alive",
              ScalarShape.of(PROBES, RouteFormat::keepAlive, "false|\\d{1,9}(ms|s|m|h)"),
              "How long a silent connection waits before it probes its peer.")
          .orElse("false");
  private static final Key<TcpOptions> TCP =
      Key.<TcpOptions>of(
              "tcp",
              MapShape.of(
                  "options of TCP",
                  "Options of the TCP connection.",
                  List.of(NO_DELAY, KEEP_ALIVE),
                  values -> tcp(values.get(NO_DELAY), values.get(KEEP_ALIVE))),
              "Options of the TCP connection.")
          .orElse("{}");

  /** The keys of the settings that say it. */
  static final List<Key<?>> KEYS = List.of(IP, RESOLVE, LOCAL_ADDRESS, UNIX_SOCKET, TCP);

  private RouteFormat() {}

  /** What the keys say; proxies have a key of their own. */
  static Route route(Values values) {
    var route =
        Route.DIRECT
            .withFamily(values.get(IP))
            .withLocalAddress(values.orNull(LOCAL_ADDRESS))
            .withUnixSocket(values.orNull(UNIX_SOCKET))
            .withTcp(values.get(TCP));
    for (var one : values.get(RESOLVE).entrySet()) {
      route = route.withResolved(one.getKey(), one.getValue());
    }
    return route;
  }

  private static Map<String, IpFamily> families() {
    var words = new LinkedHashMap<String, IpFamily>();
    words.put("any", IpFamily.ANY);
    words.put("4", IpFamily.IPV4);
    words.put("6", IpFamily.IPV6);
    return words;
  }

  private static boolean isWord(String text) {
    return !text.isEmpty() && text.chars().noneMatch(Character::isWhitespace);
  }

  private static Optional<Path> absolute(String text) {
    try {
      return Optional.of(Path.of(text)).filter(Path::isAbsolute);
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  /** Zero for none. */
  private static Optional<Duration> keepAlive(String text) {
    return text.equals("false")
        ? Optional.of(Duration.ZERO)
        : Scalars.duration(text).filter(TcpOptions::isKeepAlive);
  }

  private static TcpOptions tcp(boolean noDelay, Duration keepAlive) {
    return new TcpOptions(noDelay, keepAlive.isZero() ? null : keepAlive);
  }
}
