package parley.model.connection;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A proxy and how to use it.
 *
 * @param loginOrNull what it is told when it asks who is there
 * @param tls for {@link Kind#HTTPS}
 * @param variableOrNull the environment variable that names it; null when a person named it
 */
public record ProxySpec(
    Kind kind,
    HostPort address,
    @Nullable Login loginOrNull,
    TlsSpec tls,
    @Nullable String variableOrNull) {

  /** What a proxy speaks, by the scheme of its URL as curl has them. */
  public enum Kind {
    /** CONNECT (RFC 9110, 9.3.6). */
    HTTP,
    /** CONNECT inside TLS to the proxy. */
    HTTPS,
    /** RFC 1928, with names looked up on this machine. */
    SOCKS5,
    /** RFC 1928, with names looked up by the proxy. */
    SOCKS5H;

    /** Its scheme, such as {@code http}. */
    public String scheme() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is asked with CONNECT. */
    public boolean isHttp() {
      return this == HTTP || this == HTTPS;
    }
  }

  /** A user and a password. */
  public record Login(String user, String password) {

    @Override
    public String toString() {
      return "Login[user=" + user + "]";
    }
  }

  /** What came of reading a proxy's URL that a person typed. */
  public sealed interface Parsed {

    /** A usable one. */
    record Valid(ProxySpec proxy) implements Parsed {}

    /** No proxy, with what was found and what is expected; never with a password. */
    record Invalid(String problem) implements Parsed {}
  }

  /**
   * Reads a proxy's URL as curl does: without a scheme it is {@code http}, without a port 443 for
   * {@code https} and else 1080, and user and password are percent-decoded.
   */
  public static Parsed parse(String text) {
    return new ProxyUrlReader(text).read();
  }

  public Optional<Login> login() {
    return Optional.ofNullable(loginOrNull);
  }

  public Optional<String> variable() {
    return Optional.ofNullable(variableOrNull);
  }

  public ProxySpec withLogin(Login changed) {
    return new ProxySpec(kind, address, changed, tls, variableOrNull);
  }

  public ProxySpec withTls(TlsSpec changed) {
    return new ProxySpec(kind, address, loginOrNull, changed, variableOrNull);
  }

  public ProxySpec withVariable(String changed) {
    return new ProxySpec(kind, address, loginOrNull, tls, changed);
  }

  /** Its URL without user and password. */
  public String url() {
    return kind.scheme() + "://" + address;
  }
}
