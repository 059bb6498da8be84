package parley.model.connection;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A proxy and how to use it.
 *
 * @param loginOrNull what it is told when it asks who is there
 * @param tls for {@link Kind#HTTPS}
 */
public record ProxySpec(Kind kind, HostPort address, @Nullable Login loginOrNull, TlsSpec tls) {

  /** What a proxy speaks, by the scheme of its URL as curl has them. */
  public enum Kind {
    /** CONNECT (RFC 9110, 9.3.6). */
    HTTP,
    /** CONNECT inside TLS to the proxy. */
    HTTPS,
    /** RFC 1928, with names looked up on this machine. */
    SOCKS5,
    /** RFC 1928, with names looked up by the proxy. */
    SOCKS5H
  }

  /** A user and a password. */
  public record Login(String user, String password) {

    @Override
    public String toString() {
      return "Login[user=" + user + "]";
    }
  }

  public Optional<Login> login() {
    return Optional.ofNullable(loginOrNull);
  }

  /** Its URL without user and password. */
  public String url() {
    var scheme =
        switch (kind) {
          case HTTP -> "http";
          case HTTPS -> "https";
          case SOCKS5 -> "socks5";
          case SOCKS5H -> "socks5h";
        };
    return scheme + "://" + address;
  }
}
