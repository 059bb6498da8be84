package parley.protocol.handshake;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The headers of RFC 6455, 11.3, and the rule by which users replace them. */
final class HandshakeHeaders {

  static final String HOST = "Host";
  static final String UPGRADE = "Upgrade";
  static final String CONNECTION = "Connection";
  static final String KEY = "Sec-WebSocket-Key";
  static final String ACCEPT = "Sec-WebSocket-Accept";
  static final String VERSION = "Sec-WebSocket-Version";
  static final String PROTOCOL = "Sec-WebSocket-Protocol";
  static final String EXTENSIONS = "Sec-WebSocket-Extensions";
  static final String SUPPORTED_VERSION = "13";

  private HandshakeHeaders() {}

  /** Parley's own headers first, without those that the user omits or replaces. */
  static List<Header> combine(List<Header> own, List<Header> users, Set<String> omitted) {
    var kept =
        own.stream()
            .filter(header -> users.stream().noneMatch(user -> user.isNamed(header.name())))
            .filter(header -> omitted.stream().noneMatch(header::isNamed));
    return Stream.concat(kept, users.stream()).toList();
  }
}
