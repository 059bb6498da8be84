package parley.transport.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** Notes whether the server asks for our certificate, and shows the one that fits best. */
final class TracingKeys extends X509ExtendedKeyManager {

  private final List<KeyMaterial> materials;
  private final Function<SSLEngine, TlsTrace> traces;

  TracingKeys(List<KeyMaterial> materials, Function<SSLEngine, TlsTrace> traces) {
    this.materials = List.copyOf(materials);
    this.traces = traces;
  }

  /**
   * Of several certificates the first is shown whose authority the server names. Where it names
   * none of them, one is shown all the same: the user has chosen it, and the server's answer to it
   * is what the user wants to see.
   */
  @Override
  public @Nullable String chooseEngineClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, SSLEngine engine) {
    var fitting = materials.stream().filter(one -> fits(one, keyTypes)).toList();
    var named = issuers == null ? List.<Principal>of() : Arrays.asList(issuers);
    var chosen =
        fitting.stream()
            .filter(one -> isIssued(one, named))
            .findFirst()
            .or(() -> fitting.stream().findFirst());
    var trace = traces.apply(engine);
    trace.wasAskedForCertificate();
    chosen.ifPresent(one -> trace.showed(one.chain().getFirst()));
    return chosen.map(one -> "" + materials.indexOf(one)).orElse(null);
  }

  private static boolean fits(KeyMaterial material, String[] keyTypes) {
    var algorithm = material.key().getAlgorithm();
    return Arrays.stream(keyTypes)
        .anyMatch(type -> type.equals(algorithm) || type.startsWith(algorithm + "_"));
  }

  private static boolean isIssued(KeyMaterial material, List<Principal> issuers) {
    return material.chain().stream()
        .map(X509Certificate::getIssuerX500Principal)
        .anyMatch(issuers::contains);
  }

  private Optional<KeyMaterial> material(String alias) {
    return materials.isEmpty()
        ? Optional.empty()
        : Optional.of(materials.get(Integer.parseInt(alias)));
  }

  @Override
  public X509Certificate @Nullable [] getCertificateChain(String alias) {
    return material(alias).map(one -> one.chain().toArray(X509Certificate[]::new)).orElse(null);
  }

  @Override
  public @Nullable PrivateKey getPrivateKey(String alias) {
    return material(alias).map(KeyMaterial::key).orElse(null);
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
