package parley.transport.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import parley.model.connection.ClientIdentity;

/**
 * A private key with its certificate.
 *
 * @param chain the key's own certificate first
 */
public record KeyMaterial(PrivateKey key, List<X509Certificate> chain) {

  public KeyMaterial {
    chain = List.copyOf(chain);
  }

  /** Reads the files that an identity names. */
  public static KeyMaterial of(ClientIdentity identity) throws UnusableFile {
    return switch (identity) {
      case ClientIdentity.Pem(var certificates, var key, var password) ->
          new KeyMaterial(
              password == null
                  ? PemFile.read(key).privateKey()
                  : PemFile.read(key).privateKey(password),
              PemFile.read(certificates).certificates());
      case ClientIdentity.Pkcs12(var file, var password) -> Pkcs12File.read(file, password);
    };
  }
}
