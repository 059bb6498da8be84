package parley.transport.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import parley.model.connection.HostPort;
import parley.model.connection.TlsFacts;
import parley.model.connection.TlsSpec;
import parley.transport.connection.Surroundings;

/** Makes the engines of clients that share one {@link TlsSpec}. Any thread may call it. */
public final class TlsClient {

  private final TlsSpec spec;
  private final SSLContext context;
  private final Map<SSLEngine, TlsTrace> traces = new ConcurrentHashMap<>();

  /** Reads the files that {@code spec} and {@code surroundings} name; may block. */
  public TlsClient(TlsSpec spec, Surroundings surroundings) throws UnusableFile {
    this.spec = spec;
    var identity = spec.identityOrNull();
    var material = identity == null ? null : KeyMaterial.of(identity);
    var judge = spec.verify() ? judge(authorities(spec)) : null;
    try {
      context = SSLContext.getInstance("TLS");
      context.init(
          new KeyManager[] {new TracingKeys(material, this::traceOf)},
          new TrustManager[] {new TracingTrust(judge, this::traceOf)},
          null);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("the JDK has no TLS", impossible);
    }
  }

  private static List<X509Certificate> authorities(TlsSpec spec) throws UnusableFile {
    var all = new ArrayList<X509Certificate>();
    for (var file : spec.authorities()) {
      all.addAll(PemFile.read(file).certificates());
    }
    return all;
  }

  /** What the JDK judges certificates by, with its own authorities when none are given. */
  static X509ExtendedTrustManager judge(List<X509Certificate> authorities) {
    try {
      var factory = TrustManagerFactory.getInstance("PKIX");
      factory.init(authorities.isEmpty() ? null : storeOf(authorities));
      return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
    } catch (GeneralSecurityException | IOException impossible) {
      throw new IllegalStateException("the JDK cannot judge certificates", impossible);
    }
  }

  private static KeyStore storeOf(List<X509Certificate> certificates)
      throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    for (var i = 0; i < certificates.size(); i++) {
      store.setCertificateEntry("authority" + i, certificates.get(i));
    }
    return store;
  }

  private TlsTrace traceOf(SSLEngine engine) {
    return traces.computeIfAbsent(engine, _ -> new TlsTrace());
  }

  /** The name to ask for and to find in the certificate, when the URL names {@code host}. */
  public String nameFor(String host) {
    return spec.serverName().orElse(host);
  }

  /** An engine for one connection; {@link #forget} ends its trace. */
  public SSLEngine engineFor(HostPort server) {
    var name = nameFor(server.host());
    var engine = context.createSSLEngine(name, server.port());
    engine.setUseClientMode(true);
    engine.setSSLParameters(parameters(engine.getSSLParameters(), sniOf(name)));
    traceOf(engine);
    return engine;
  }

  private SSLParameters parameters(SSLParameters parameters, @Nullable SNIHostName sni) {
    parameters.setApplicationProtocols(new String[] {"http/1.1"});
    parameters.setServerNames(sni == null ? List.of() : List.of(sni));
    if (spec.verify()) {
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
    }
    if (!spec.protocols().isEmpty()) {
      parameters.setProtocols(spec.protocols().toArray(String[]::new));
    }
    return parameters;
  }

  /** RFC 6066, 3: only names are sent, never addresses, and without the root's dot. */
  public static @Nullable SNIHostName sniOf(String name) {
    if (HostNames.isAddress(name)) {
      return null;
    }
    try {
      return new SNIHostName(name.endsWith(".") ? name.substring(0, name.length() - 1) : name);
    } catch (IllegalArgumentException unfit) {
      return null; // Such as a name with an underscore at its end: it is asked for without SNI.
    }
  }

  /** What is seen of an engine's handshake, as it goes on. */
  public TlsTrace trace(SSLEngine engine) {
    return traceOf(engine);
  }

  /** Whether certificates and names are checked. */
  public boolean verifies() {
    return spec.verify();
  }

  /** What is known of an engine's connection, also when its handshake has failed. */
  public TlsFacts facts(SSLEngine engine, boolean verified) {
    var trace = traceOf(engine);
    trace.complete(engine.getSession());
    var sni = sniOf(nameFor(engine.getPeerHost()));
    return new TlsFacts(
        trace.protocol().orElse(null),
        trace.cipher().orElse(null),
        trace.chain(),
        verified,
        sni == null ? null : sni.getAsciiName(),
        applicationProtocol(engine));
  }

  static @Nullable String applicationProtocol(SSLEngine engine) {
    var agreed = engine.getApplicationProtocol();
    return agreed == null || agreed.isEmpty() ? null : agreed;
  }

  public void forget(SSLEngine engine) {
    traces.remove(engine);
  }
}
