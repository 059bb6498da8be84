package parley.cli.create;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import parley.protocol.handshake.Header;
import parley.workspace.SecretValues;

/**
 * A URL as the file has it.
 *
 * @param text without a user, and with a scheme of WebSockets
 * @param params those of the query that may be secrets, which do not stay in it
 */
record PastedUrl(String text, List<Header> params) {

  private static final Pattern PATH_PARAMETER =
      Pattern.compile("(?<=/)(?::([A-Za-z_][\\w-]*)|[^/?]*?\\{([A-Za-z_][\\w-]*)\\})");

  /** Takes user and password of the URL, too. */
  static PastedUrl of(Pasted pasted) {
    var url = withScheme(pasted.url == null ? "" : pasted.url);
    var from = url.indexOf("://") + 3;
    var slash = end(url, from);
    var at = url.lastIndexOf('@', slash - 1);
    if (at >= from) {
      if (pasted.username == null && pasted.bearer == null) {
        pasted.user(decoded(url.substring(from, at)));
      }
      url = url.substring(0, from) + url.substring(at + 1);
    }
    return query(url);
  }

  /** The names that stand in the path for something, as {@code :name} or {@code {name}}. */
  List<String> pathParameters() {
    var plain = text.replaceAll("\\{\\{.*?\\}\\}", "").replaceFirst("\\?.*", "");
    return PATH_PARAMETER
        .matcher(plain)
        .results()
        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
        .distinct()
        .toList();
  }

  private static int end(String url, int from) {
    for (var index = from; index < url.length(); index++) {
      if ("/?#".indexOf(url.charAt(index)) >= 0) {
        return index;
      }
    }
    return url.length();
  }

  private static String withScheme(String url) {
    if (url.startsWith("http://") || url.startsWith("https://")) {
      return "ws" + url.substring("http".length());
    }
    if (url.contains("://") || url.startsWith("{{")) {
      return url;
    }
    return (url.matches("(localhost|127\\..*|\\[::1\\].*)([:/].*)?") ? "ws://" : "wss://") + url;
  }

  private static PastedUrl query(String url) {
    var plain = url.replaceFirst("#.*", "");
    var mark = plain.indexOf('?');
    if (mark < 0) {
      return new PastedUrl(plain, List.of());
    }
    var kept = new ArrayList<String>();
    var params = new ArrayList<Header>();
    for (var part : plain.substring(mark + 1).split("&", -1)) {
      var equals = part.indexOf('=');
      var name = equals < 0 ? part : part.substring(0, equals);
      if (equals > 0 && SecretValues.isTelling(name)) {
        params.add(new Header(decoded(name), decoded(part.substring(equals + 1))));
      } else {
        kept.add(part);
      }
    }
    var rest = kept.isEmpty() ? "" : "?" + String.join("&", kept);
    return new PastedUrl(plain.substring(0, mark) + rest, params);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }
}
