package parley.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import parley.transport.listen.ServerIdentity;

/**
 * One certificate for all servers, in the forms that the makers take it.
 *
 * @param certificate the PEM file that clients trust and servers show
 * @param key the PEM file of its key
 */
record Identity(ServerIdentity identity, Path certificate, Path key) {

  /** Makes the files in {@code folder}. */
  static Identity in(Path folder) throws IOException {
    var identity = ServerIdentity.forLocalhost();
    return new Identity(
        identity,
        Files.writeString(folder.resolve("certificate.pem"), identity.toPem()),
        Files.writeString(folder.resolve("key.pem"), keyPem(identity)));
  }

  private static String keyPem(ServerIdentity identity) {
    return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
        .formatted(Base64.getMimeEncoder().encodeToString(identity.key().getEncoded()));
  }

  /** For Jetty as server: the key with its certificate. */
  KeyStore keyStore() throws IOException, GeneralSecurityException {
    var store = emptyStore();
    var chain = identity.chain().toArray(Certificate[]::new);
    store.setKeyEntry("server", identity.key(), new char[0], chain);
    return store;
  }

  /** For Jetty as client: the certificate alone. */
  KeyStore trustStore() throws IOException, GeneralSecurityException {
    var store = emptyStore();
    store.setCertificateEntry("server", identity.chain().getFirst());
    return store;
  }

  private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}
