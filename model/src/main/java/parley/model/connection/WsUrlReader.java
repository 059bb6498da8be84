package parley.model.connection;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import parley.model.connection.WsUrl.Parsed;
import parley.protocol.handshake.Header;

/** Reads one URL that a person typed; see {@link WsUrl#parse}. */
final class WsUrlReader {

  private static final int MAX_LABEL = 63; // RFC 1035, 2.3.4

  /** RFC 1035, 2.3.4, as text with the dot of the root. */
  private static final int MAX_NAME = 254;

  /** A host name, or the characters of an IPv4 or IPv6 address with its zone. */
  private static final Pattern HOST =
      Pattern.compile(
          "[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_.])?"
              + "|\\[[0-9A-Fa-f:.]+(?:%(?:25)?[A-Za-z0-9_.~-]+)?]");

  private static final HexFormat PERCENT = HexFormat.of().withUpperCase();

  private final String text;
  private final List<String> notices = new ArrayList<>();

  WsUrlReader(String text) {
    this.text = text.strip();
  }

  Parsed read() {
    try {
      return readUrl();
    } catch (Unreadable problem) {
      return new Parsed.Invalid(problem.getMessage());
    }
  }

  private Parsed readUrl() throws Unreadable {
    refuse(text.isEmpty(), "the URL is empty: expected ws://host or wss://host");
    var fragment = text.indexOf('#');
    refuse(
        fragment >= 0,
        () ->
            "a WebSocket URL has no fragment (RFC 6455, 3): write %%23 for # or leave out '%s'"
                .formatted(text.substring(fragment)));
    var socket = UnixUrl.in(text);
    if (socket.isPresent()) {
      return new Parsed.Valid(socketUrl(socket.get()), notices, null);
    }
    var scheme = text.indexOf("://");
    var rest = scheme < 0 ? text : text.substring(scheme + 3);
    var authorityEnd = endOfAuthority(rest);
    var authority = rest.substring(0, authorityEnd);
    var at = authority.lastIndexOf('@');
    var hostPort = authority.substring(at + 1);
    var host = hostOf(hostPort);
    var port = portOf(hostPort);
    var secure = scheme < 0 ? isSecureByHost(host, port) : isSecure(text.substring(0, scheme));
    var url =
        new WsUrl(
            secure,
            host,
            port < 0 ? WsUrl.defaultPort(secure) : port,
            targetOf(rest.substring(authorityEnd)));
    return new Parsed.Valid(url, notices, at < 0 ? null : basic(authority.substring(0, at)));
  }

  private WsUrl socketUrl(UnixUrl url) throws Unreadable {
    refuse(
        !url.isUsable(),
        () ->
            "'%s' names no socket: expected its absolute path, as in unix:/run/app.sock:/path"
                .formatted(url.file()));
    return WsUrl.ofSocket(url.secure(), Path.of(url.file()), targetOf(url.target()));
  }

  private static int endOfAuthority(String rest) {
    for (var i = 0; i < rest.length(); i++) {
      if (rest.charAt(i) == '/' || rest.charAt(i) == '?') {
        return i;
      }
    }
    return rest.length();
  }

  private boolean isSecure(String scheme) throws Unreadable {
    return switch (scheme.toLowerCase(Locale.ROOT)) {
      case "ws" -> false;
      case "wss" -> true;
      case "http" -> corrected("http:// was taken as ws://", false);
      case "https" -> corrected("https:// was taken as wss://", true);
      default ->
          throw new Unreadable(
              "the scheme is '%s': expected ws://, wss:// or unix:".formatted(scheme));
    };
  }

  private boolean isSecureByHost(String host, int port) {
    var plain = port == 80 || HostNames.isThisMachine(host);
    return corrected("no scheme: took it as " + (plain ? "ws://" : "wss://"), !plain);
  }

  private boolean corrected(String notice, boolean secure) {
    notices.add(notice);
    return secure;
  }

  private static String hostOf(String hostPort) throws Unreadable {
    var port = startOfPort(hostPort);
    var host = toAscii(port < 0 ? hostPort : hostPort.substring(0, port - 1));
    refuse(host.isEmpty(), "the URL names no host: expected ws://host or wss://host");
    refuse(
        !HOST.matcher(host).matches(),
        () -> "'%s' is no host: expected a name or an address, IPv6 in brackets".formatted(host));
    refuse(
        host.length() > MAX_NAME,
        () ->
            "the name of the host has %d characters: expected 253 at most (RFC 1035, 2.3.4)"
                .formatted(host.length()));
    return host.startsWith("[") ? withZone(host.substring(1, host.length() - 1)) : host;
  }

  /** A zone stands behind %25 (RFC 6874, 2), or behind the plain % that people copy. */
  private static String withZone(String address) {
    var mark = address.indexOf("%25");
    return mark < 0 || mark + 3 == address.length()
        ? address
        : address.substring(0, mark + 1) + address.substring(mark + 3);
  }

  private static String toAscii(String host) throws Unreadable {
    if (host.startsWith("[") || isPlain(host)) {
      return host;
    }
    try {
      return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
    } catch (IllegalArgumentException notAName) {
      throw new Unreadable("'%s' is no host name: %s".formatted(host, notAName.getMessage()));
    }
  }

  /** Whether IDN would leave the host as it is; its tables take 15 ms to load, at every start. */
  private static boolean isPlain(String host) {
    return host.length() <= MAX_LABEL && host.chars().allMatch(character -> character < 128);
  }

  private static int portOf(String hostPort) throws Unreadable {
    var start = startOfPort(hostPort);
    if (start < 0 || start == hostPort.length()) {
      return -1;
    }
    var digits = hostPort.substring(start);
    refuse(
        !digits.matches("\\d{1,5}") || !isPort(Integer.parseInt(digits)),
        () -> "the port is '%s': expected a number from 1 to 65535".formatted(digits));
    return Integer.parseInt(digits);
  }

  private static boolean isPort(int number) {
    return number >= 1 && number <= 0xFFFF;
  }

  /** Where the port begins, or -1; the colons within brackets belong to an IPv6 address. */
  private static int startOfPort(String hostPort) {
    var colon = hostPort.indexOf(':', hostPort.lastIndexOf(']') + 1);
    return colon < 0 ? -1 : colon + 1;
  }

  /** What cannot stand in a request line is percent-encoded as UTF-8; all else stays as written. */
  private String targetOf(String written) {
    var target = written.startsWith("/") ? written : "/" + written;
    var encoded = new StringBuilder();
    for (var octet : target.getBytes(StandardCharsets.UTF_8)) {
      if (octet > ' ' && octet < 0x7F) {
        encoded.append((char) octet);
      } else {
        encoded.append('%').append(PERCENT.toHexDigits(octet));
      }
    }
    if (encoded.length() != target.length()) {
      notices.add("characters that a URL cannot hold were percent-encoded: " + encoded);
    }
    return encoded.toString();
  }

  private static Header basic(String userInfo) {
    var octets = percentDecoded(userInfo);
    return new Header("Authorization", "Basic " + Base64.getEncoder().encodeToString(octets));
  }

  private static byte[] percentDecoded(String text) {
    var octets = text.getBytes(StandardCharsets.UTF_8);
    var length = 0;
    for (var i = 0; i < octets.length; i++, length++) {
      if (octets[i] == '%' && isHexPair(octets, i + 1)) {
        octets[length] =
            (byte)
                (HexFormat.fromHexDigit(octets[i + 1]) << 4
                    | HexFormat.fromHexDigit(octets[i + 2]));
        i += 2;
      } else {
        octets[length] = octets[i];
      }
    }
    return java.util.Arrays.copyOf(octets, length);
  }

  private static boolean isHexPair(byte[] octets, int index) {
    return index + 1 < octets.length
        && HexFormat.isHexDigit(octets[index])
        && HexFormat.isHexDigit(octets[index + 1]);
  }

  private static void refuse(boolean wrong, String problem) throws Unreadable {
    refuse(wrong, () -> problem);
  }

  private static void refuse(boolean wrong, java.util.function.Supplier<String> problem)
      throws Unreadable {
    if (wrong) {
      throw new Unreadable(problem.get());
    }
  }

  /** Leaves the reading at the first problem; never seen outside. */
  private static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    Unreadable(String problem) {
      super(problem, null, false, false);
    }

    @Override
    public String getMessage() {
      return java.util.Objects.requireNonNull(super.getMessage());
    }
  }
}
