package parley.model.connection;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the TLS of a connection, also when it failed.
 *
 * @param protocolOrNull such as {@code TLSv1.3}; null when none was agreed on
 * @param cipherOrNull such as {@code TLS_AES_256_GCM_SHA384}; null when none was agreed on
 * @param chain the peer's certificates as it sent them, its own first; empty when none came
 * @param verified whether the certificate and its name were checked and found good
 * @param pinned whether its public key is one that was asked for
 * @param shownOrNull whom the certificate that the server asked for says we are; null when it did
 *     not ask, or got none
 * @param serverNameOrNull the name that was asked for (RFC 6066, 3); null for an address
 * @param applicationProtocolOrNull what ALPN agreed on (RFC 7301)
 */
public record TlsFacts(
    @Nullable String protocolOrNull,
    @Nullable String cipherOrNull,
    List<X509Certificate> chain,
    boolean verified,
    boolean pinned,
    @Nullable String shownOrNull,
    @Nullable String serverNameOrNull,
    @Nullable String applicationProtocolOrNull) {

  public TlsFacts {
    chain = List.copyOf(chain);
  }

  public Optional<String> protocol() {
    return Optional.ofNullable(protocolOrNull);
  }

  public Optional<String> cipher() {
    return Optional.ofNullable(cipherOrNull);
  }

  public Optional<String> shown() {
    return Optional.ofNullable(shownOrNull);
  }

  public Optional<String> serverName() {
    return Optional.ofNullable(serverNameOrNull);
  }

  public Optional<String> applicationProtocol() {
    return Optional.ofNullable(applicationProtocolOrNull);
  }
}
