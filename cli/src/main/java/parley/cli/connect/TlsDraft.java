package parley.cli.connect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.cli.option.Misuse;
import parley.model.connection.CipherSuite;
import parley.model.connection.Pin;
import parley.model.connection.TlsSpec;
import parley.model.connection.TlsVersion;
import parley.model.connection.TrustSource;

/** What the options for TLS said so far. */
final class TlsDraft {

  boolean insecure;
  final List<TrustSource> authorities = new ArrayList<>();
  final List<Pin> pins = new ArrayList<>();
  @Nullable CertificateArgument certificate;
  @Nullable Path key;
  @Nullable String passphrase;
  TlsSpec.ServerName serverName = TlsSpec.DEFAULT.serverName();
  TlsVersion min = TlsVersion.TLS_1_2;
  TlsVersion max = TlsVersion.TLS_1_3;
  final List<CipherSuite> ciphers = new ArrayList<>();
  List<String> applicationProtocols = TlsSpec.DEFAULT.applicationProtocols();
  @Nullable Path keyLog;

  /** What does not go together. */
  Optional<Misuse> misuse() {
    if (certificate == null && (key != null || passphrase != null)) {
      return Optional.of(
          new Misuse(
              (key != null ? "--key" : "--pass") + " was given without --cert",
              "both, for example: --cert client.pem --key client.key"));
    }
    if (certificate != null && certificate.passwordOrNull() != null && passphrase != null) {
      return Optional.of(
          new Misuse("--cert has a password and --pass another", "the password in one place"));
    }
    return min.compareTo(max) > 0
        ? Optional.of(
            new Misuse(
                "--tlsv%s is above --tls-max %s".formatted(min.number(), max.number()),
                "a range of versions, such as --tlsv1.2 --tls-max 1.3"))
        : Optional.empty();
  }

  /** How TLS is used, when nothing is misused. */
  TlsSpec toSpec() {
    var spec =
        TlsSpec.DEFAULT
            .withVerify(!insecure)
            .withTrust(authorities)
            .withPins(pins)
            .withServerName(serverName)
            .withProtocols(isAnyVersion() ? List.of() : min.to(max))
            .withCiphers(ciphers)
            .withApplicationProtocols(applicationProtocols);
    if (certificate != null) {
      spec = spec.withIdentity(certificate.toIdentity(key, passphrase));
    }
    return keyLog == null ? spec : spec.withKeyLog(keyLog);
  }

  private boolean isAnyVersion() {
    return min == TlsVersion.TLS_1_2 && max == TlsVersion.TLS_1_3;
  }

  /** The first of its options that was given. */
  Optional<String> given() {
    var usual = new TlsDraft();
    if (insecure) {
      return Optional.of("-k");
    }
    if (!authorities.isEmpty()) {
      return Optional.of(
          authorities.contains(new TrustSource.OfSystem()) ? "--ca-native" : "--cacert");
    }
    if (certificate != null || key != null || passphrase != null) {
      return Optional.of(certificate != null ? "--cert" : key != null ? "--key" : "--pass");
    }
    if (!pins.isEmpty()) {
      return Optional.of("--pinnedpubkey");
    }
    if (!serverName.equals(usual.serverName)) {
      return Optional.of("--server-name");
    }
    if (!isAnyVersion()) {
      return Optional.of(min == usual.min ? "--tls-max" : "--tlsv1.3");
    }
    if (!ciphers.isEmpty()) {
      return Optional.of("--ciphers");
    }
    return applicationProtocols.equals(usual.applicationProtocols)
        ? Optional.ofNullable(keyLog).map(_ -> "--key-log")
        : Optional.of("--alpn");
  }
}
