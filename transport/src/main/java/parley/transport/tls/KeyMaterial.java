package parley.transport.tls;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import parley.model.connection.ClientIdentity;
import parley.transport.connection.Passphrases;

/**
 * A private key with its certificate.
 *
 * @param chain the key's own certificate first
 */
public record KeyMaterial(PrivateKey key, List<X509Certificate> chain) {

  private static final int TRIES = 3;

  public KeyMaterial {
    chain = List.copyOf(chain);
  }

  /** Reads the files that an identity names; asks nobody. */
  public static KeyMaterial of(ClientIdentity identity) throws UnusableFile {
    return of(identity, Passphrases.NOBODY);
  }

  /** Reads them; asks for a passphrase that is needed and not there. */
  static KeyMaterial of(ClientIdentity identity, Passphrases passphrases) throws UnusableFile {
    return switch (identity) {
      case ClientIdentity.Pem(var certificates, var key, var password) -> {
        var chain = PemFile.read(certificates).certificates();
        var own =
            password == null ? asking(key, passphrases) : PemFile.read(key).privateKey(password);
        if (!KeyPairs.belong(own, chain.getFirst().getPublicKey())) {
          throw new UnusableFile(
              key,
              "is not the key of the certificate %s in %s"
                  .formatted(chain.getFirst().getSubjectX500Principal().getName(), certificates));
        }
        yield new KeyMaterial(own, chain);
      }
      case ClientIdentity.Pkcs12(var file, var password) ->
          password.isEmpty()
              ? asking(
                  file,
                  passphrases,
                  () -> Pkcs12File.read(file, ""),
                  typed -> Pkcs12File.read(file, typed))
              : Pkcs12File.read(file, password);
    };
  }

  private static PrivateKey asking(Path key, Passphrases passphrases) throws UnusableFile {
    var file = PemFile.read(key);
    return asking(key, passphrases, file::privateKey, file::privateKey);
  }

  /** Reads without a password. */
  private interface Plain<T> {
    T read() throws UnusableFile;
  }

  /** Reads with one. */
  private interface Locked<T> {
    T read(String password) throws UnusableFile;
  }

  private static <T> T asking(Path file, Passphrases passphrases, Plain<T> plain, Locked<T> locked)
      throws UnusableFile {
    try {
      return plain.read();
    } catch (UnusableFile closed) {
      var last = closed;
      for (var tries = 0; last.isLocked() && tries < TRIES; tries++) {
        var typed = passphrases.ask(file, tries > 0);
        if (typed.isEmpty()) {
          throw last;
        }
        try {
          return locked.read(typed.get());
        } catch (UnusableFile wrong) {
          last = wrong;
        }
      }
      throw last;
    }
  }
}
