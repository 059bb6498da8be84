package parley.model.connection;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The certificate and private key that a client shows when a server asks for them. */
public sealed interface ClientIdentity {

  /**
   * PEM files, which may be one and the same.
   *
   * @param certificates the client's certificate first, then those that lead to its authority
   * @param key a private key in PKCS#8, PKCS#1 or SEC1
   * @param passwordOrNull for an encrypted key
   */
  record Pem(Path certificates, Path key, @Nullable String passwordOrNull)
      implements ClientIdentity {

    @Override
    public String toString() {
      return "Pem[certificates=" + certificates + ", key=" + key + "]";
    }
  }

  /** A PKCS#12 file with one private key. */
  record Pkcs12(Path file, String password) implements ClientIdentity {

    @Override
    public String toString() {
      return "Pkcs12[file=" + file + "]";
    }
  }
}
