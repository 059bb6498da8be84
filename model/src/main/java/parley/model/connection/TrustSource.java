package parley.model.connection;

import java.nio.file.Path;

/** Where certificates to trust come from. */
public sealed interface TrustSource {

  /** A PEM file. */
  record Pem(Path file) implements TrustSource {}

  /** What the operating system trusts. */
  record OfSystem() implements TrustSource {}
}
