package parley.model.collection;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How TLS is used. Files are PEM unless said otherwise.
 *
 * @param verify whether the peer's certificate and name are checked
 * @param authorities certificates to trust, each a file or {@code system}; empty for those of the
 *     JDK
 * @param pins of which one has to be the peer's public key; empty for any
 * @param own shown to every peer that asks, unless another one is for its host
 * @param others shown to some hosts
 * @param serverNameOrNull asked for and checked in place of the URL's host; {@code none} to ask for
 *     none
 * @param agreement what may be agreed on
 * @param keyLogOrNull where the session's secrets are written, for looking into a capture
 */
public record Tls(
    boolean verify,
    List<Source> authorities,
    List<Source> pins,
    ClientCertificate own,
    List<ClientCertificate> others,
    @Nullable Source serverNameOrNull,
    TlsAgreement agreement,
    @Nullable Source keyLogOrNull) {

  private static final ClientCertificate NO_CERTIFICATE =
      new ClientCertificate(List.of(), null, null, null, null);

  /** Checks the peer as the JDK does, and shows nothing. */
  public static final Tls DEFAULT =
      new Tls(
          true, List.of(), List.of(), NO_CERTIFICATE, List.of(), null, TlsAgreement.DEFAULT, null);

  public Tls {
    authorities = List.copyOf(authorities);
    pins = List.copyOf(pins);
    others = List.copyOf(others);
  }

  /** The name to ask for. */
  public Optional<Source> serverName() {
    return Optional.ofNullable(serverNameOrNull);
  }

  /** The key log file. */
  public Optional<Source> keyLog() {
    return Optional.ofNullable(keyLogOrNull);
  }

  public Tls withAuthorities(List<Source> changed) {
    return new Tls(verify, changed, pins, own, others, serverNameOrNull, agreement, keyLogOrNull);
  }

  public Tls withPins(List<Source> changed) {
    return new Tls(
        verify, authorities, changed, own, others, serverNameOrNull, agreement, keyLogOrNull);
  }

  /** The same with another certificate for all. */
  public Tls withOwn(ClientCertificate changed) {
    return new Tls(
        verify, authorities, pins, changed, others, serverNameOrNull, agreement, keyLogOrNull);
  }

  /** The same with other certificates for some hosts. */
  public Tls withOthers(List<ClientCertificate> changed) {
    return new Tls(
        verify, authorities, pins, own, changed, serverNameOrNull, agreement, keyLogOrNull);
  }

  public Tls withServerName(Source changed) {
    return new Tls(verify, authorities, pins, own, others, changed, agreement, keyLogOrNull);
  }

  public Tls withAgreement(TlsAgreement changed) {
    return new Tls(verify, authorities, pins, own, others, serverNameOrNull, changed, keyLogOrNull);
  }

  public Tls withKeyLog(Source changed) {
    return new Tls(verify, authorities, pins, own, others, serverNameOrNull, agreement, changed);
  }
}
