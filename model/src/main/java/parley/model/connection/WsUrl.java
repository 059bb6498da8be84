package parley.model.connection;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.protocol.handshake.Header;

/**
 * The address of a WebSocket server (RFC 6455, 3).
 *
 * @param secure whether the connection uses TLS
 * @param host a name in its ASCII form or an address; an IPv6 address stands without brackets
 * @param port 1 to 65535
 * @param target path and query as they go into the request line, beginning with a slash
 */
public record WsUrl(boolean secure, String host, int port, String target) {

  public WsUrl {
    var _ = new HostPort(host, port);
    if (!target.startsWith("/")) {
      throw new IllegalArgumentException("a target begins with a slash: " + target);
    }
  }

  /** What came of reading a URL that a person typed. */
  public sealed interface Parsed {

    /**
     * A usable URL.
     *
     * @param notices what was corrected on the way, a sentence each
     * @param authorizationOrNull the header for a user and password that stood in the URL
     */
    record Valid(WsUrl url, List<String> notices, @Nullable Header authorizationOrNull)
        implements Parsed {
      public Valid {
        notices = List.copyOf(notices);
      }

      public Optional<Header> authorization() {
        return Optional.ofNullable(authorizationOrNull);
      }
    }

    /** Not a URL to connect to, with what was found and what is expected. */
    record Invalid(String problem) implements Parsed {}
  }

  /**
   * Reads a URL. {@code http} and {@code https} are taken as {@code ws} and {@code wss}. A URL
   * without a scheme is {@code ws} for this machine and for port 80, else {@code wss}. A fragment
   * is refused (RFC 6455, 3).
   */
  public static Parsed parse(String text) {
    return new WsUrlReader(text).read();
  }

  public HostPort hostPort() {
    return new HostPort(host, port);
  }

  /** The value of the Host header: the port is left out when it is the scheme's own. */
  public String authority() {
    return port == defaultPort(secure) ? hostPort().bracketedHost() : hostPort().toString();
  }

  static int defaultPort(boolean secure) {
    return secure ? 443 : 80;
  }

  @Override
  public String toString() {
    return (secure ? "wss://" : "ws://") + authority() + target;
  }
}
