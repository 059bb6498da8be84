package parley.transport.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.function.Function;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** Notes whether the server asks for our certificate, and shows it when we have one. */
final class TracingKeys extends X509ExtendedKeyManager {

  private static final String ALIAS = "client";

  private final @Nullable KeyMaterial material;
  private final Function<SSLEngine, TlsTrace> traces;

  TracingKeys(@Nullable KeyMaterial material, Function<SSLEngine, TlsTrace> traces) {
    this.material = material;
    this.traces = traces;
  }

  /**
   * Our certificate is shown also when its authority is not among those that the server names: the
   * user has chosen it, and the server's answer to it is what the user wants to see.
   */
  @Override
  public @Nullable String chooseEngineClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, SSLEngine engine) {
    var fits = material != null && isAmong(keyTypes, material.key().getAlgorithm());
    traces.apply(engine).wasAskedForCertificate(fits);
    return fits ? ALIAS : null;
  }

  private static boolean isAmong(String[] keyTypes, String algorithm) {
    for (var type : keyTypes) {
      if (type.equals(algorithm) || type.startsWith(algorithm + "_")) {
        return true;
      }
    }
    return false;
  }

  @Override
  public X509Certificate @Nullable [] getCertificateChain(String alias) {
    return material == null ? null : material.chain().toArray(X509Certificate[]::new);
  }

  @Override
  public @Nullable PrivateKey getPrivateKey(String alias) {
    return material == null ? null : material.key();
  }

  @Override
  public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
    return null;
  }

  @Override
  public @Nullable String chooseClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, Socket socket) {
    return null;
  }

  @Override
  public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
    return null;
  }

  @Override
  public @Nullable String chooseServerAlias(
      String keyType, Principal @Nullable [] issuers, Socket socket) {
    return null;
  }
}
