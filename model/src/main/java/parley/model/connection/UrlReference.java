package parley.model.connection;

import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import parley.model.connection.WsUrl.Parsed;

/** Reads where a reference leads to, seen from a URL (RFC 3986, 5.2); see {@link WsUrl#resolve}. */
final class UrlReference {

  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(.*)");

  private static final Set<String> WEB = Set.of("ws", "wss", "http", "https");

  private final WsUrl base;
  private final String text;

  UrlReference(WsUrl base, String text) {
    this.base = base;
    // A fragment is for browsers that show a page; nothing here has one.
    this.text = text.strip().split("#", 2)[0];
  }

  Parsed resolve() {
    var scheme = SCHEME.matcher(text);
    if (scheme.matches()) {
      // No server may lead to a socket of this machine.
      return WEB.contains(scheme.group(1).toLowerCase(Locale.ROOT))
              && scheme.group(2).startsWith("//")
          ? elsewhere(text)
          : new Parsed.Invalid(
              "the scheme is '%s': expected ws, wss, http or https".formatted(scheme.group(1)));
    }
    return text.startsWith("//")
        ? elsewhere((base.secure() ? "wss:" : "ws:") + text)
        : here(WsUrl.parse("ws://host" + target()));
  }

  /** Of a whole URL; a server at a socket that names itself means itself. */
  private Parsed elsewhere(String url) {
    return WsUrl.parse(url) instanceof Parsed.Valid(var read, var notices, var authorization)
        ? new Parsed.Valid(
            (base.isSameName(read) ? base : read).withTarget(withoutDots(read.target())),
            notices,
            authorization)
        : WsUrl.parse(url);
  }

  private Parsed here(Parsed path) {
    return path instanceof Parsed.Valid(var read, var notices, var none)
        ? new Parsed.Valid(base.withTarget(withoutDots(read.target())), notices, none)
        : path;
  }

  private String target() {
    if (text.isEmpty()) {
      return base.target();
    }
    var path = base.target().split("\\?", 2)[0];
    return switch (text.charAt(0)) {
      case '/' -> text;
      case '?' -> path + text;
      default -> path.substring(0, path.lastIndexOf('/') + 1) + text;
    };
  }

  /** RFC 3986, 5.2.4. */
  private static String withoutDots(String target) {
    var query = target.indexOf('?');
    var path = query < 0 ? target : target.substring(0, query);
    var kept = new ArrayDeque<String>();
    var segments = path.substring(1).split("/", -1);
    for (var i = 0; i < segments.length; i++) {
      var dots = segments[i].equals(".") || segments[i].equals("..");
      if (segments[i].equals("..")) {
        kept.pollLast();
      }
      if (!dots || i == segments.length - 1) {
        kept.addLast(dots ? "" : segments[i]);
      }
    }
    return "/" + String.join("/", kept) + target.substring(path.length());
  }
}
