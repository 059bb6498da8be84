package parley.transport.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import parley.model.connection.TlsFacts;

/** Makes the engines of a listener's connections. */
public final class TlsServer {

  private static final char[] IN_MEMORY = {};

  private final SSLContext context;
  private final boolean asksForCertificate;

  /**
   * @param clientAuthorities who may have issued a client's certificate, which is then required;
   *     empty to ask for none
   */
  public TlsServer(KeyMaterial identity, List<X509Certificate> clientAuthorities) {
    asksForCertificate = !clientAuthorities.isEmpty();
    try {
      context = SSLContext.getInstance("TLS");
      context.init(keys(identity), judges(clientAuthorities), null);
    } catch (GeneralSecurityException | IOException impossible) {
      throw new IllegalStateException("the JDK has no TLS", impossible);
    }
  }

  private static KeyManager[] keys(KeyMaterial identity)
      throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    var chain = identity.chain().toArray(X509Certificate[]::new);
    store.setKeyEntry("server", identity.key(), IN_MEMORY, chain);
    var factory = KeyManagerFactory.getInstance("PKIX");
    factory.init(store, IN_MEMORY);
    return factory.getKeyManagers();
  }

  private static TrustManager[] judges(List<X509Certificate> authorities) {
    return authorities.isEmpty()
        ? new TrustManager[0]
        : new TrustManager[] {TlsClient.judge(authorities)};
  }

  /** An engine for one connection. */
  public SSLEngine newEngine() {
    var engine = context.createSSLEngine();
    engine.setUseClientMode(false);
    engine.setNeedClientAuth(asksForCertificate);
    // A client that offers other protocols only (RFC 7301) is served all the same.
    engine.setHandshakeApplicationProtocolSelector(
        (_, offered) -> offered.contains("http/1.1") ? "http/1.1" : "");
    return engine;
  }

  /** What is known of a connection whose handshake is done; the chain is the client's. */
  public static TlsFacts facts(SSLEngine engine) {
    var trace = new TlsTrace();
    trace.complete(engine.getSession());
    return new TlsFacts(
        trace.protocol().orElse(null),
        trace.cipher().orElse(null),
        trace.chain(),
        engine.getNeedClientAuth(),
        false,
        null,
        null,
        TlsClient.applicationProtocol(engine));
  }
}
