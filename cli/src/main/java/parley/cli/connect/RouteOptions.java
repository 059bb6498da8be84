package parley.cli.connect;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import parley.cli.option.Command.Section;
import parley.cli.option.Option;
import parley.cli.option.Reading;
import parley.cli.option.Values;
import parley.model.connection.IpFamily;
import parley.model.connection.LocalAddress;
import parley.model.connection.TcpOptions;

/** The options for addresses and sockets, named as curl names them. */
final class RouteOptions {

  private RouteOptions() {}

  static Section<Draft> section() {
    return new Section<>(
        "Addresses and sockets",
        List.of(
            Option.of(
                "--resolve",
                "HOST:PORT:ADDRESS",
                "Connect to ADDRESS, or to several with commas between them, for this host and"
                    + " port; * stands for every host, -HOST:PORT takes one back. May be"
                    + " repeated.",
                Resolution::parse,
                (Draft draft, Resolution one) -> draft.route.resolve(one)),
            Option.of(
                "-4, --ipv4",
                "Use IPv4 addresses only.",
                (Draft draft) -> draft.route.family = IpFamily.IPV4),
            Option.of(
                "-6, --ipv6",
                "Use IPv6 addresses only.",
                (Draft draft) -> draft.route.family = IpFamily.IPV6),
            Option.of(
                "--unix-socket",
                "PATH",
                "Connect to this socket of the machine, whatever host the URL names.",
                RouteOptions::socket,
                (Draft draft, Path path) -> draft.route.unixSocket = path),
            Option.of(
                "--local-address, --interface",
                "NAME",
                "Connect from this address of the machine, or from one of a network interface"
                    + " such as eth0.",
                RouteOptions::local,
                (Draft draft, LocalAddress from) -> draft.route.from = from),
            Option.of(
                "--keepalive-time",
                "DURATION",
                "Let TCP probe a connection that was silent for so long; no probes by default.",
                RouteOptions::keepAlive,
                (Draft draft, Duration time) -> draft.route.keepAlive = time),
            Option.of(
                "--no-keepalive",
                "No such probes: takes back an earlier --keepalive-time.",
                (Draft draft) -> draft.route.keepAlive = null),
            Option.of(
                "--tcp-nodelay",
                "Send small pieces at once (TCP_NODELAY), as is the default.",
                (Draft draft) -> draft.route.noDelay = true),
            Option.of(
                "--no-tcp-nodelay",
                "Let TCP gather small pieces before it sends them.",
                (Draft draft) -> draft.route.noDelay = false)));
  }

  private static Reading<Path> socket(String text) {
    try {
      if (!text.isEmpty()) {
        return Reading.good(Path.of(text).toAbsolutePath());
      }
    } catch (InvalidPathException noPath) {
      // Told below.
    }
    return Reading.bad("the path of a socket", "/run/app.sock");
  }

  private static Reading<LocalAddress> local(String text) {
    return text.isEmpty() || text.chars().anyMatch(Character::isWhitespace)
        ? Reading.bad("an address of this machine or the name of an interface", "eth0")
        : Reading.good(LocalAddress.of(text));
  }

  private static Reading<Duration> keepAlive(String text) {
    return Values.duration(text) instanceof Reading.Good<Duration> good
            && TcpOptions.isKeepAlive(good.value())
        ? good
        : Reading.bad("whole seconds from 1s to 32767s", "30s");
  }
}
