package parley.transport.tls;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.util.List;
import javax.crypto.KDF;
import javax.crypto.KDFParameters;
import javax.crypto.KDFSpi;
import javax.crypto.KeyGenerator;
import javax.crypto.KeyGeneratorSpi;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the JDK's own derivation of keys, has it do the work, and tells the secrets of
 * handshakes that want it. The JDK has no key log of its own, see docs/decisions/0014.
 */
final class SecretsProvider extends Provider {

  private static final long serialVersionUID = 1;

  private static final String JDK = "SunJCE";

  SecretsProvider() {
    super("ParleySecrets", "1", "tells the secrets of TLS handshakes");
    for (var hash : List.of("SHA256", "SHA384")) {
      putService(new Seen(this, "KDF", "HKDF-" + hash, Derivation.class));
    }
    for (var name : List.of("SunTlsMasterSecret", "SunTlsExtendedMasterSecret")) {
      putService(new Seen(this, "KeyGenerator", name, MasterSecret.class));
    }
  }

  /** An algorithm of the JDK that is looked at. */
  private static final class Seen extends Provider.Service {

    Seen(Provider provider, String type, String algorithm, Class<?> maker) {
      super(provider, type, algorithm, maker.getName(), null, null);
    }

    @Override
    public Object newInstance(@Nullable Object parameters) throws NoSuchAlgorithmException {
      try {
        return getType().equals("KDF")
            ? new Derivation(getAlgorithm(), (KDFParameters) parameters)
            : new MasterSecret(getAlgorithm());
      } catch (GeneralSecurityException impossible) {
        throw new NoSuchAlgorithmException("the JDK has no " + getAlgorithm(), impossible);
      }
    }
  }

  /** TLS 1.3 (RFC 8446, 7.1); the JDK names the keys that it derives for what they are. */
  static final class Derivation extends KDFSpi {

    private final KDF jdk;

    Derivation(String algorithm, @Nullable KDFParameters parameters)
        throws GeneralSecurityException {
      super(parameters);
      jdk = KDF.getInstance(algorithm, parameters, JDK);
    }

    @Override
    protected @Nullable KDFParameters engineGetParameters() {
      return jdk.getParameters();
    }

    @Override
    protected SecretKey engineDeriveKey(String name, AlgorithmParameterSpec how)
        throws InvalidAlgorithmParameterException, NoSuchAlgorithmException {
      var key = jdk.deriveKey(name, how);
      var label = label(name);
      if (!label.isEmpty()) {
        HandshakeSecrets.current().ifPresent(one -> one.secret(label, key.getEncoded()));
      }
      return key;
    }

    private static String label(String name) {
      return switch (name) {
        case "TlsClientHandshakeTrafficSecret" -> "CLIENT_HANDSHAKE_TRAFFIC_SECRET";
        case "TlsServerHandshakeTrafficSecret" -> "SERVER_HANDSHAKE_TRAFFIC_SECRET";
        case "TlsClientAppTrafficSecret" -> "CLIENT_TRAFFIC_SECRET_0";
        case "TlsServerAppTrafficSecret" -> "SERVER_TRAFFIC_SECRET_0";
        case "TlsExporterMasterSecret" -> "EXPORTER_SECRET";
        default -> "";
      };
    }

    @Override
    protected byte[] engineDeriveData(AlgorithmParameterSpec how)
        throws InvalidAlgorithmParameterException {
      return jdk.deriveData(how);
    }
  }

  /** TLS 1.2 (RFC 5246, 8.1, and RFC 7627). */
  static final class MasterSecret extends KeyGeneratorSpi {

    private final KeyGenerator jdk;

    MasterSecret(String algorithm) throws GeneralSecurityException {
      jdk = KeyGenerator.getInstance(algorithm, JDK);
    }

    @Override
    protected void engineInit(SecureRandom random) {
      jdk.init(random);
    }

    @Override
    protected void engineInit(AlgorithmParameterSpec how, SecureRandom random)
        throws InvalidAlgorithmParameterException {
      jdk.init(how, random);
    }

    @Override
    protected void engineInit(int bits, SecureRandom random) {
      jdk.init(bits, random);
    }

    @Override
    protected SecretKey engineGenerateKey() {
      var key = jdk.generateKey();
      HandshakeSecrets.current().ifPresent(one -> one.secret("CLIENT_RANDOM", key.getEncoded()));
      return key;
    }
  }
}
