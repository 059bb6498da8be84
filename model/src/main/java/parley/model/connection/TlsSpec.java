package parley.model.connection;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a client uses TLS.
 *
 * @param verify whether the server's certificate and its name are checked
 * @param authorities PEM files with the certificates to trust; empty for those of the JDK
 * @param identityOrNull what the client shows when the server asks for a certificate
 * @param serverNameOrNull the name to ask for and to find in the certificate; null for the URL's
 *     host
 * @param protocols such as {@code TLSv1.3}; empty for the JDK's choice
 */
public record TlsSpec(
    boolean verify,
    List<Path> authorities,
    @Nullable ClientIdentity identityOrNull,
    @Nullable String serverNameOrNull,
    List<String> protocols) {

  /** Verified against the JDK's authorities, with the URL's host as the name. */
  public static final TlsSpec DEFAULT = new TlsSpec(true, List.of(), null, null, List.of());

  public TlsSpec {
    authorities = List.copyOf(authorities);
    protocols = List.copyOf(protocols);
  }

  public TlsSpec withVerify(boolean changed) {
    return new TlsSpec(changed, authorities, identityOrNull, serverNameOrNull, protocols);
  }

  public TlsSpec withAuthorities(List<Path> changed) {
    return new TlsSpec(verify, changed, identityOrNull, serverNameOrNull, protocols);
  }

  public TlsSpec withIdentity(ClientIdentity changed) {
    return new TlsSpec(verify, authorities, changed, serverNameOrNull, protocols);
  }

  public TlsSpec withServerName(String changed) {
    return new TlsSpec(verify, authorities, identityOrNull, changed, protocols);
  }

  public TlsSpec withProtocols(List<String> changed) {
    return new TlsSpec(verify, authorities, identityOrNull, serverNameOrNull, changed);
  }

  /** The same for another host that a person named: without the first one's own name. */
  public TlsSpec forOtherHost() {
    return new TlsSpec(verify, authorities, identityOrNull, null, protocols);
  }

  /** What of it is meant for a server that was not asked for: no identity, and its own name. */
  public TlsSpec forOtherServer() {
    return new TlsSpec(verify, authorities, null, null, protocols);
  }

  public Optional<ClientIdentity> identity() {
    return Optional.ofNullable(identityOrNull);
  }

  public Optional<String> serverName() {
    return Optional.ofNullable(serverNameOrNull);
  }
}
