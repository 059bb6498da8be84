package parley.transport.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import parley.model.connection.CipherSuite;
import parley.model.connection.HostPort;
import parley.model.connection.TlsFacts;
import parley.model.connection.TlsSpec;
import parley.model.connection.TrustSource;
import parley.transport.connection.Surroundings;

/** Makes the engines of clients that share one {@link TlsSpec}. Any thread may call it. */
public final class TlsClient {

  private final TlsSpec spec;
  private final SSLContext context;
  private final Pins pins;
  private final @Nullable KeyLog keyLog;
  private final Map<SSLEngine, TlsTrace> traces = new ConcurrentHashMap<>();

  /** Reads the files that {@code spec} and {@code surroundings} name; may block. */
  public TlsClient(TlsSpec spec, Surroundings surroundings) throws UnusableFile {
    this.spec = spec;
    var materials = new ArrayList<KeyMaterial>();
    for (var one : spec.identities()) {
      materials.add(KeyMaterial.of(one.identity(), surroundings.passphrases()));
    }
    pins = Pins.of(spec.pins());
    keyLog = keyLog(surroundings);
    var judge = spec.verify() ? judge(authorities(spec, surroundings)) : null;
    try {
      context = SSLContext.getInstance("TLS");
      context.init(
          new KeyManager[] {new TracingKeys(materials, this::traceOf)},
          new TrustManager[] {new TracingTrust(judge, pins, this::traceOf)},
          null);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("the JDK has no TLS", impossible);
    }
  }

  /** The variable that browsers and curl heed, too. */
  private @Nullable KeyLog keyLog(Surroundings surroundings) throws UnusableFile {
    var file = spec.keyLog().or(() -> surroundings.variable("SSLKEYLOGFILE").map(Path::of));
    return file.isPresent() ? KeyLog.open(file.get()) : null;
  }

  private static List<X509Certificate> authorities(TlsSpec spec, Surroundings surroundings)
      throws UnusableFile {
    var all = new ArrayList<X509Certificate>();
    for (var source : spec.authorities()) {
      all.addAll(
          switch (source) {
            case TrustSource.Pem(var file) -> PemFile.read(file).certificates();
            case TrustSource.OfSystem() -> SystemTrust.certificates(surroundings);
          });
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
    return spec.nameFor(host);
  }

  /** An engine for one connection; {@link #forget} ends its trace. */
  public SSLEngine engineFor(HostPort server) {
    var name = nameFor(server.host());
    var engine = context.createSSLEngine(name, server.port());
    engine.setUseClientMode(true);
    engine.setSSLParameters(parameters(engine.getSSLParameters(), saidName(name)));
    traceOf(engine);
    return engine;
  }

  private SSLParameters parameters(SSLParameters parameters, @Nullable SNIHostName sni) {
    parameters.setApplicationProtocols(spec.applicationProtocols().toArray(String[]::new));
    parameters.setServerNames(sni == null ? List.of() : List.of(sni));
    if (spec.verify()) {
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
    }
    if (!spec.protocols().isEmpty()) {
      parameters.setProtocols(spec.protocols().toArray(String[]::new));
    }
    if (!spec.ciphers().isEmpty()) {
      parameters.setCipherSuites(ciphers(parameters.getCipherSuites()));
    }
    return parameters;
  }

  /** Those asked for, then the JDK's for versions that none of them is for. */
  private String[] ciphers(String[] usual) {
    var others =
        Arrays.stream(usual)
            .filter(name ->
                CipherSuite.of(name)
                    .filter(one ->
                        spec.ciphers().stream().noneMatch(it -> it.version() == one.version()))
                    .isPresent());
    return Stream.concat(spec.ciphers().stream().map(Enum::name), others).toArray(String[]::new);
  }

  private @Nullable SNIHostName saidName(String name) {
    return spec.serverName() instanceof TlsSpec.ServerName.Unsaid ? null : sniOf(name);
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

  /** What tells the secrets of one handshake; empty when no key log is wanted. */
  public Optional<HandshakeSecrets> secrets() {
    return Optional.ofNullable(keyLog).map(HandshakeSecrets::new);
  }

  /** Whether certificates and names are checked. */
  public boolean verifies() {
    return spec.verify();
  }

  /** What is known of an engine's connection, also when its handshake has failed. */
  public TlsFacts facts(SSLEngine engine, boolean succeeded) {
    var trace = traceOf(engine);
    trace.complete(engine.getSession());
    var sni = saidName(nameFor(engine.getPeerHost()));
    return new TlsFacts(
        trace.protocol().orElse(null),
        trace.cipher().orElse(null),
        trace.chain(),
        succeeded && spec.verify(),
        succeeded && !pins.isEmpty(),
        trace.shown().map(one -> one.getSubjectX500Principal().getName()).orElse(null),
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
