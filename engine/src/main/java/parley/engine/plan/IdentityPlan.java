package parley.engine.plan;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.model.collection.ClientCertificate;
import parley.model.connection.ClientIdentity;
import parley.model.connection.HostIdentity;

/** A client's certificate with its key, compiled. */
final class IdentityPlan {

  private final List<TemplatePlan> hosts;
  private final @Nullable TlsFile certificate;
  private final @Nullable TlsFile key;
  private final @Nullable TlsFile pkcs12;
  private final @Nullable TemplatePlan password;

  private IdentityPlan(ClientCertificate one, Compiling compiling) {
    hosts = one.hosts().stream().map(host -> TemplatePlan.of(host, compiling)).toList();
    certificate = one.certificate().map(path -> TlsFile.of(path, compiling)).orElse(null);
    key = one.key().map(path -> TlsFile.of(path, compiling)).orElse(null);
    pkcs12 = one.pkcs12().map(path -> TlsFile.of(path, compiling)).orElse(null);
    password = one.password().map(text -> TemplatePlan.of(text, compiling)).orElse(null);
  }

  static IdentityPlan of(ClientCertificate one, Compiling compiling) {
    if (one.certificate().isEmpty() && one.pkcs12().isEmpty()) {
      missing(one, compiling);
    }
    one.pkcs12()
        .filter(_ -> one.certificate().isPresent())
        .ifPresent(file ->
            compiling.problem(
                file.at(), "`pkcs12` beside `certificate`", "one of them", "remove one of them"));
    return new IdentityPlan(one, compiling);
  }

  private static void missing(ClientCertificate one, Compiling compiling) {
    one.key()
        .ifPresent(key ->
            compiling.problem(
                key.at(), "`key` without `certificate`", "both", "add the key's `certificate`"));
    one.hosts().stream()
        .findFirst()
        .or(one::password)
        .filter(_ -> one.key().isEmpty())
        .ifPresent(text ->
            compiling.problem(
                text.at(),
                "no certificate beside it",
                "`certificate` or `pkcs12`",
                "add the file with the certificate"));
  }

  Optional<HostIdentity> fill(Filling filling) {
    var whom = hosts.stream().map(filling::text).toList();
    return identity(filling).map(identity -> new HostIdentity(whom, identity));
  }

  private Optional<ClientIdentity> identity(Filling filling) {
    var secret = password == null ? null : filling.text(password);
    if (pkcs12 != null) {
      return Optional.of(
          new ClientIdentity.Pkcs12(pkcs12.locate(filling), secret == null ? "" : secret));
    }
    return Optional.ofNullable(certificate)
        .map(file ->
            new ClientIdentity.Pem(
                file.locate(filling), (key == null ? file : key).locate(filling), secret));
  }
}
