package parley.model.connection;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A URL such as {@code unix:/run/app.sock:/path?query}, as it is written. {@code ws+unix:} is the
 * same, {@code wss+unix:} has TLS; two slashes before the path may stand, as other programs want
 * them.
 *
 * @param file the path of the socket
 * @param target path and query; empty when none is written
 */
record UnixUrl(boolean secure, String file, String target) {

  /** What {@code text} says, when its scheme is one of those. */
  static Optional<UnixUrl> in(String text) {
    var colon = text.indexOf(':');
    return switch (text.substring(0, Math.max(colon, 0)).toLowerCase(Locale.ROOT)) {
      case "unix", "ws+unix" -> Optional.of(of(false, text.substring(colon + 1)));
      case "wss+unix" -> Optional.of(of(true, text.substring(colon + 1)));
      default -> Optional.empty();
    };
  }

  private static UnixUrl of(boolean secure, String written) {
    var rest = written.startsWith("//") ? written.substring(2) : written;
    var end = rest.indexOf(":/", 2); // The colon of a drive stands before that.
    return end < 0
        ? new UnixUrl(secure, rest, "")
        : new UnixUrl(secure, rest.substring(0, end), rest.substring(end + 1));
  }

  boolean isUsable() {
    try {
      return Path.of(file).isAbsolute();
    } catch (InvalidPathException noPath) {
      return false;
    }
  }
}
