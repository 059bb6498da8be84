package parley.model.connection;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a client uses TLS.
 *
 * @param verify whether the server's certificate and its name are checked
 * @param authorities what to trust; empty for the JDK's authorities
 * @param pins of which one has to be the server's public key, checked or not; empty for any
 * @param identities what the client shows when the server asks for a certificate
 * @param serverName the name to ask for and to find in the certificate
 * @param protocols such as {@code TLSv1.3}; empty for the JDK's choice
 * @param ciphers in order of preference; a version that none of them is for keeps the JDK's
 * @param applicationProtocols offered by ALPN (RFC 7301); empty for no ALPN
 * @param keyLogOrNull a file that the secrets of connections are added to, for looking into a
 *     capture; null for the one that the environment names, if it does
 */
public record TlsSpec(
    boolean verify,
    List<TrustSource> authorities,
    List<Pin> pins,
    List<HostIdentity> identities,
    ServerName serverName,
    List<String> protocols,
    List<CipherSuite> ciphers,
    List<String> applicationProtocols,
    @Nullable Path keyLogOrNull) {

  /** Verified against the JDK's authorities, with the URL's host as the name. */
  public static final TlsSpec DEFAULT =
      new TlsSpec(
          true,
          List.of(),
          List.of(),
          List.of(),
          new ServerName.OfUrl(),
          List.of(),
          List.of(),
          List.of("http/1.1"),
          null);

  /** The name that a server is asked for (RFC 6066, 3) and that its certificate has to be for. */
  public sealed interface ServerName {

    /** The URL's host. */
    record OfUrl() implements ServerName {}

    /** Another one. */
    record Of(String name) implements ServerName {}

    /** None is asked for; the certificate has to be for the URL's host. */
    record Unsaid() implements ServerName {}
  }

  public TlsSpec {
    authorities = List.copyOf(authorities);
    pins = List.copyOf(pins);
    identities = List.copyOf(identities);
    protocols = List.copyOf(protocols);
    ciphers = List.copyOf(ciphers);
    applicationProtocols = List.copyOf(applicationProtocols);
  }

  public TlsSpec withVerify(boolean changed) {
    return new TlsSpec(
        changed,
        authorities,
        pins,
        identities,
        serverName,
        protocols,
        ciphers,
        applicationProtocols,
        keyLogOrNull);
  }

  /** The same with the certificates of PEM files to trust. */
  public TlsSpec withAuthorities(List<Path> files) {
    return withTrust(files.stream().<TrustSource>map(TrustSource.Pem::new).toList());
  }

  public TlsSpec withTrust(List<TrustSource> changed) {
    return new TlsSpec(
        verify,
        changed,
        pins,
        identities,
        serverName,
        protocols,
        ciphers,
        applicationProtocols,
        keyLogOrNull);
  }

  public TlsSpec withPins(List<Pin> changed) {
    return new TlsSpec(
        verify,
        authorities,
        changed,
        identities,
        serverName,
        protocols,
        ciphers,
        applicationProtocols,
        keyLogOrNull);
  }

  /** The same with one certificate for all hosts. */
  public TlsSpec withIdentity(ClientIdentity only) {
    return withIdentities(List.of(new HostIdentity(List.of(), only)));
  }

  public TlsSpec withIdentities(List<HostIdentity> changed) {
    return new TlsSpec(
        verify,
        authorities,
        pins,
        changed,
        serverName,
        protocols,
        ciphers,
        applicationProtocols,
        keyLogOrNull);
  }

  public TlsSpec withServerName(String changed) {
    return withServerName(new ServerName.Of(changed));
  }

  public TlsSpec withServerName(ServerName changed) {
    return new TlsSpec(
        verify,
        authorities,
        pins,
        identities,
        changed,
        protocols,
        ciphers,
        applicationProtocols,
        keyLogOrNull);
  }

  public TlsSpec withProtocols(List<String> changed) {
    return new TlsSpec(
        verify,
        authorities,
        pins,
        identities,
        serverName,
        changed,
        ciphers,
        applicationProtocols,
        keyLogOrNull);
  }

  /** The same for another host that a person named: without the first one's own name and keys. */
  public TlsSpec forOtherHost() {
    var others = withPins(List.of());
    return serverName instanceof ServerName.Of
        ? others.withServerName(new ServerName.OfUrl())
        : others;
  }

  /**
   * What of it is meant for a server that was not asked for: identities only that name it, and its
   * own name. It has to have a pinned key all the same, as curl has it.
   */
  public TlsSpec forOtherServer() {
    var named = identities.stream().filter(one -> !one.hosts().isEmpty()).toList();
    var others = withIdentities(named);
    return serverName instanceof ServerName.Of
        ? others.withServerName(new ServerName.OfUrl())
        : others;
  }

  public TlsSpec withCiphers(List<CipherSuite> changed) {
    return new TlsSpec(
        verify,
        authorities,
        pins,
        identities,
        serverName,
        protocols,
        changed,
        applicationProtocols,
        keyLogOrNull);
  }

  public TlsSpec withApplicationProtocols(List<String> changed) {
    return new TlsSpec(
        verify,
        authorities,
        pins,
        identities,
        serverName,
        protocols,
        ciphers,
        changed,
        keyLogOrNull);
  }

  public TlsSpec withKeyLog(Path changed) {
    return new TlsSpec(
        verify,
        authorities,
        pins,
        identities,
        serverName,
        protocols,
        ciphers,
        applicationProtocols,
        changed);
  }

  public Optional<Path> keyLog() {
    return Optional.ofNullable(keyLogOrNull);
  }

  /** The name to find in the certificate when the URL names {@code host}. */
  public String nameFor(String host) {
    return serverName instanceof ServerName.Of(var name) ? name : host;
  }

  /** What may be shown to {@code host}: those that name it, or else those for all. */
  public List<HostIdentity> identitiesFor(String host) {
    var named = identities.stream().filter(one -> one.names(host)).toList();
    return named.isEmpty()
        ? identities.stream().filter(one -> one.hosts().isEmpty()).toList()
        : named;
  }
}
