package parley.cli.connect;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.cli.option.Reading;
import parley.model.connection.HostPort;
import parley.model.connection.HostText;

/**
 * One {@code --resolve}, written as for curl: {@code [+]HOST:PORT:ADDRESS[,ADDRESS]}, or {@code
 * -HOST:PORT}, which takes back an earlier one.
 *
 * @param name the host {@code *} stands for all
 * @param addresses to use for it; none to take it back
 */
record Resolution(HostPort name, List<InetAddress> addresses) {

  Resolution {
    addresses = List.copyOf(addresses);
  }

  static Reading<Resolution> parse(String text) {
    return read(text)
        .map(Reading::good)
        .orElseGet(
            () -> Reading.bad("HOST:PORT:ADDRESS, IPv6 in brackets", "example.com:443:127.0.0.1"));
  }

  private static Optional<Resolution> read(String text) {
    if (text.startsWith("-")) {
      return HostPort.parse(text.substring(1)).map(name -> new Resolution(name, List.of()));
    }
    // curl lets an entry with a plus end after a while; one connection does not last that long.
    var entry = text.startsWith("+") ? text.substring(1) : text;
    var hostEnd = entry.indexOf(':', entry.startsWith("[") ? Math.max(entry.indexOf(']'), 0) : 0);
    var portEnd = entry.indexOf(':', hostEnd + 1);
    if (hostEnd < 1 || portEnd < 0) {
      return Optional.empty();
    }
    var addresses = addresses(entry.substring(portEnd + 1));
    return HostPort.parse(entry.substring(0, portEnd))
        .filter(_ -> !addresses.isEmpty())
        .map(name -> new Resolution(name, addresses));
  }

  private static List<InetAddress> addresses(String text) {
    var all = new ArrayList<InetAddress>();
    for (var literal : ConnectValues.split(text, ',')) {
      var address = HostText.address(literal);
      if (address.isEmpty()) {
        return List.of();
      }
      all.add(address.get());
    }
    return all;
  }
}
