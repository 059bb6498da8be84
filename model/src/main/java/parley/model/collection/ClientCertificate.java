package parley.model.collection;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A certificate with its private key, to be shown to a peer that asks.
 *
 * @param hosts whom it is shown to, such as {@code *.a.example}; empty for all
 * @param certificateOrNull PEM; it may hold the key, too
 * @param keyOrNull PEM
 * @param pkcs12OrNull certificate and key in one PKCS#12 file, in place of both
 * @param passwordOrNull of the key or of the PKCS#12 file
 */
public record ClientCertificate(
    List<Source> hosts,
    @Nullable Source certificateOrNull,
    @Nullable Source keyOrNull,
    @Nullable Source pkcs12OrNull,
    @Nullable Source passwordOrNull) {

  public ClientCertificate {
    hosts = List.copyOf(hosts);
  }

  /** The certificates to show. */
  public Optional<Source> certificate() {
    return Optional.ofNullable(certificateOrNull);
  }

  /** The private key of {@link #certificate}. */
  public Optional<Source> key() {
    return Optional.ofNullable(keyOrNull);
  }

  /** The PKCS#12 file. */
  public Optional<Source> pkcs12() {
    return Optional.ofNullable(pkcs12OrNull);
  }

  /** The password of the key. */
  public Optional<Source> password() {
    return Optional.ofNullable(passwordOrNull);
  }
}
