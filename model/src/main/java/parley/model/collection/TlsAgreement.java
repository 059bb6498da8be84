package parley.model.collection;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.model.connection.CipherSuite;
import parley.model.connection.TlsVersion;

/**
 * What both sides of TLS may agree on.
 *
 * @param min the oldest version
 * @param max the newest version
 * @param ciphers in order of preference; a version that none of them is for keeps the JDK's
 * @param applicationProtocolsOrNull for ALPN (RFC 7301), none for an empty list; null for those of
 *     the HTTP that is spoken
 */
public record TlsAgreement(
    TlsVersion min,
    TlsVersion max,
    List<CipherSuite> ciphers,
    @Nullable List<String> applicationProtocolsOrNull) {

  /** All that the JDK allows. */
  public static final TlsAgreement DEFAULT =
      new TlsAgreement(TlsVersion.TLS_1_2, TlsVersion.TLS_1_3, List.of(), null);

  public TlsAgreement {
    ciphers = List.copyOf(ciphers);
    applicationProtocolsOrNull =
        applicationProtocolsOrNull == null ? null : List.copyOf(applicationProtocolsOrNull);
  }

  /** What ALPN offers. */
  public Optional<List<String>> applicationProtocols() {
    return Optional.ofNullable(applicationProtocolsOrNull);
  }
}
