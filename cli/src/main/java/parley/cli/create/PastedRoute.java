package parley.cli.create;

import java.util.regex.Pattern;
import parley.model.connection.HostPort;
import parley.workspace.Starter;

/** The options of curl for addresses and sockets, as the settings of a file. */
final class PastedRoute {

  private static final Pattern RESOLVE = Pattern.compile("\\+?(\\[[^\\]]+]:\\d+|[^:]+:\\d+):(.+)");

  private PastedRoute() {}

  /** {@code HOST:PORT:ADDRESS[,ADDRESS]}. */
  static void resolve(Pasted pasted, String text) {
    var parts = RESOLVE.matcher(text);
    if (!parts.matches() || HostPort.parse(parts.group(1)).isEmpty()) {
      pasted.lose("--resolve", "it is no HOST:PORT:ADDRESS");
      return;
    }
    var addresses = parts.group(2).replaceAll("([^,\\[\\]]+)", "\"$1\"").replaceAll("[\\[\\]]", "");
    pasted.resolve.add(Starter.scalar(parts.group(1)) + ": [" + addresses.replace(",", ", ") + "]");
  }

  static void from(Pasted pasted, String text) {
    pasted.route.add("local-address: " + Starter.scalar(text.replaceFirst("^(if|host)!", "")));
  }

  static void socket(Pasted pasted, String text) {
    if (text.startsWith("/")) {
      pasted.route.add("unix-socket: " + Starter.scalar(text));
    } else {
      pasted.lose("--unix-socket", "say its absolute path as `unix-socket` in `settings`");
    }
  }

  static void keepAlive(Pasted pasted, String text) {
    Seconds.of(text, 1, 32_767)
        .filter(time -> !time.endsWith("ms"))
        .ifPresentOrElse(
            time -> pasted.route.add("tcp: { keep-alive: " + time + " }"),
            () -> pasted.lose("--keepalive-time", "it allows 1s to 32767s"));
  }
}
