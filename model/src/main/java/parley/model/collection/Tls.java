package parley.model.collection;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How TLS is used. Files are PEM unless said otherwise.
 *
 * @param verify whether the peer's certificate and name are checked
 * @param authorities certificates to trust; empty for those of the JDK
 * @param certificateOrNull shown to the peer when it asks, with {@code keyOrNull}
 * @param keyOrNull PKCS#8
 * @param pkcs12OrNull certificate and key in one PKCS#12 file
 * @param passwordOrNull of the key or of the PKCS#12 file
 * @param serverNameOrNull asked for and checked in place of the URL's host
 * @param keyLogOrNull where the session's secrets are written, for looking into a capture
 */
public record Tls(
    boolean verify,
    List<Source> authorities,
    @Nullable Source certificateOrNull,
    @Nullable Source keyOrNull,
    @Nullable Source pkcs12OrNull,
    @Nullable Source passwordOrNull,
    @Nullable Source serverNameOrNull,
    @Nullable Source keyLogOrNull) {

  /** Checks the peer as the JDK does, and shows nothing. */
  public static final Tls DEFAULT = new Tls(true, List.of(), null, null, null, null, null, null);

  public Tls {
    authorities = List.copyOf(authorities);
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

  /** The name to ask for. */
  public Optional<Source> serverName() {
    return Optional.ofNullable(serverNameOrNull);
  }

  /** The key log file. */
  public Optional<Source> keyLog() {
    return Optional.ofNullable(keyLogOrNull);
  }
}
