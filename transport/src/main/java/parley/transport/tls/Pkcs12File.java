package parley.transport.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;

/** A PKCS#12 file (RFC 7292) with a private key and its certificate. */
final class Pkcs12File {

  private Pkcs12File() {}

  static KeyMaterial read(Path file, String password) throws UnusableFile {
    var bytes = UnusableFile.readAll(file);
    try {
      return materialOf(file, load(bytes, password.toCharArray()), password.toCharArray());
    } catch (UnusableFile told) {
      throw told;
    } catch (IOException failure) {
      throw failure.getCause() instanceof UnrecoverableKeyException
          ? UnusableFile.locked(
              file,
              password.isEmpty()
                  ? "is encrypted: give its password"
                  : "the password does not open it",
              failure)
          : new UnusableFile(file, "is not PKCS#12: " + failure.getMessage(), failure);
    } catch (GeneralSecurityException failure) {
      throw new UnusableFile(file, "cannot be used: " + failure.getMessage(), failure);
    }
  }

  private static KeyStore load(byte[] bytes, char[] password)
      throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(new ByteArrayInputStream(bytes), password);
    return store;
  }

  private static KeyMaterial materialOf(Path file, KeyStore store, char[] password)
      throws UnusableFile, GeneralSecurityException {
    for (var alias : Collections.list(store.aliases())) {
      if (store.isKeyEntry(alias) && store.getKey(alias, password) instanceof PrivateKey key) {
        var chain = store.getCertificateChain(alias);
        return new KeyMaterial(key, Arrays.stream(chain).map(X509Certificate.class::cast).toList());
      }
    }
    throw new UnusableFile(file, "holds no private key");
  }
}
