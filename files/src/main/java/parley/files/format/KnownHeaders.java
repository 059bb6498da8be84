package parley.files.format;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Headers that people write in handshakes, and what they are for. */
public final class KnownHeaders {

  /** Of a client's handshake, the usual ones first. */
  public static final Map<String, String> OF_REQUESTS =
      map(
          "Authorization", "Who the client is, such as `Bearer {{token}}`.",
          "Origin", "The page that a browser would connect from.",
          "User-Agent", "What the client calls itself.",
          "Cookie", "Cookies in one line; `cookies` says them one by one.",
          "X-API-Key", "A key of the server's own.",
          "X-Request-ID", "A name for the request, to find it in logs.",
          "X-Correlation-ID", "A name for all that belongs together.",
          "traceparent", "The trace that the request is part of (W3C).",
          "tracestate", "More about the trace (W3C).",
          "Accept-Language", "The languages of the user.",
          "Accept", "The types of content that are understood.",
          "Accept-Encoding", "The codings of content that are understood.",
          "Cache-Control", "What caches may do.",
          "Pragma", "What old caches may do.",
          "Referer", "The page that led here.",
          "Host", "The host and port in place of the URL's.",
          "Connection", "`Upgrade` unless said (RFC 6455, 4.1).",
          "Upgrade", "`websocket` unless said (RFC 6455, 4.1).",
          "Sec-WebSocket-Protocol", "Subprotocols in place of `subprotocols` (RFC 6455, 11.3.4).",
          "Sec-WebSocket-Version", "13 unless said (RFC 6455, 11.3.5).",
          "Sec-WebSocket-Key", "16 bytes in base64 in place of random ones (RFC 6455, 11.3.1).",
          "Sec-WebSocket-Extensions", "Extensions in place of `compression` (RFC 6455, 11.3.2).",
          "Forwarded", "What proxies changed (RFC 7239).",
          "X-Forwarded-For", "The addresses that the request came through.",
          "X-Forwarded-Proto", "The scheme that the client used.",
          "X-Forwarded-Host", "The host that the client asked for.",
          "Proxy-Authorization", "Who the client is, for a proxy.",
          "Via", "The proxies on the way.",
          "X-CSRF-Token", "Proof that a page of the server's own asks.");

  /** Of a server's answer. */
  public static final Map<String, String> OF_ANSWERS =
      map(
          "Upgrade", "`websocket` when the handshake is accepted.",
          "Connection", "`Upgrade` when the handshake is accepted.",
          "Sec-WebSocket-Accept", "Made of the key (RFC 6455, 4.2.2).",
          "Sec-WebSocket-Protocol", "The subprotocol agreed.",
          "Sec-WebSocket-Extensions", "The extensions agreed.",
          "Server", "What the server calls itself.",
          "Set-Cookie", "A cookie to keep.",
          "Content-Type", "The type of a refusal's body.",
          "WWW-Authenticate", "How to say who one is.",
          "Location", "Where to go instead.",
          "Retry-After", "When to come again.",
          "Date", "The server's time.");

  private KnownHeaders() {}

  private static Map<String, String> map(String... pairs) {
    var map = new LinkedHashMap<String, String>();
    for (var index = 0; index < pairs.length; index += 2) {
      map.put(pairs[index], pairs[index + 1]);
    }
    return Collections.unmodifiableMap(map);
  }
}
