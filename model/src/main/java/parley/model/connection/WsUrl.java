package parley.model.connection;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.protocol.handshake.Header;

/**
 * The address of a WebSocket server (RFC 6455, 3).
 *
 * @param secure whether the connection uses TLS
 * @param host a name in its ASCII form or an address; an IPv6 address stands without brackets, and
 *     with its zone as in {@code fe80::1%eth0}
 * @param port 1 to 65535
 * @param target path and query as they go into the request line, beginning with a slash
 * @param socketOrNull the file of a socket of this machine, in place of host and port, which then
 *     are those of the Host header only
 */
public record WsUrl(
    boolean secure, String host, int port, String target, @Nullable Path socketOrNull) {

  public WsUrl {
    var _ = new HostPort(host, port);
    if (!target.startsWith("/")) {
      throw new IllegalArgumentException("a target begins with a slash: " + target);
    }
  }

  /** Of a server in the network. */
  public WsUrl(boolean secure, String host, int port, String target) {
    this(secure, host, port, target, null);
  }

  /** Of a server at the socket {@code file}, whom we call localhost. */
  public static WsUrl ofSocket(boolean secure, Path file, String target) {
    return new WsUrl(secure, "localhost", defaultPort(secure), target, file);
  }

  /** The same server, at another path and query. */
  public WsUrl withTarget(String changed) {
    return new WsUrl(secure, host, port, changed, socketOrNull);
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
   * is refused (RFC 6455, 3). {@code unix:/run/app.sock:/path} leads to a socket of this machine,
   * {@code wss+unix:} with TLS.
   */
  public static Parsed parse(String text) {
    return new WsUrlReader(text).read();
  }

  public Optional<Path> socket() {
    return Optional.ofNullable(socketOrNull);
  }

  /**
   * Reads where {@code reference} leads to from here, as in a Location header: a whole URL or any
   * part of one (RFC 3986, 5.2). A fragment is dropped.
   */
  public Parsed resolve(String reference) {
    return new UrlReference(this, reference).resolve();
  }

  /** Whether scheme, host and port, or the socket, are the same. */
  public boolean isSameServer(WsUrl other) {
    return isSameName(other) && Objects.equals(socketOrNull, other.socketOrNull);
  }

  boolean isSameName(WsUrl other) {
    return secure == other.secure && port == other.port && host.equalsIgnoreCase(other.host);
  }

  public HostPort hostPort() {
    return new HostPort(host, port);
  }

  /**
   * The value of the Host header: the port is left out when it is the scheme's own, and the zone of
   * an IPv6 address always (RFC 6874, 4).
   */
  public String authority() {
    return authority(hostPort().withoutZone());
  }

  private String authority(HostPort named) {
    return port == defaultPort(secure) ? named.bracketedHost() : named.toString();
  }

  static int defaultPort(boolean secure) {
    return secure ? 443 : 80;
  }

  @Override
  public String toString() {
    if (socketOrNull != null) {
      return (secure ? "wss+unix:" : "unix:") + socketOrNull + ":" + target;
    }
    // RFC 6874, 2: the percent sign before a zone is written %25.
    return (secure ? "wss://" : "ws://") + authority(hostPort()).replace("%", "%25") + target;
  }
}
