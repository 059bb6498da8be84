package parley.engine.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.model.collection.Source;
import parley.model.collection.Tls;
import parley.model.connection.ClientIdentity;
import parley.model.connection.TlsSpec;

/** How a client uses TLS, compiled. */
final class TlsPlan {

  private final Tls tls;
  private final FileAccess files;
  private final List<TemplatePlan> authorities;
  private final @Nullable TemplatePlan certificate;
  private final @Nullable TemplatePlan key;
  private final @Nullable TemplatePlan pkcs12;
  private final @Nullable TemplatePlan password;
  private final @Nullable TemplatePlan serverName;

  private TlsPlan(Tls tls, Compiling compiling) {
    this.tls = tls;
    this.files = compiling.files();
    this.authorities = tls.authorities().stream().map(path -> file(path, compiling)).toList();
    this.certificate = tls.certificate().map(path -> file(path, compiling)).orElse(null);
    this.key = tls.key().map(path -> file(path, compiling)).orElse(null);
    this.pkcs12 = tls.pkcs12().map(path -> file(path, compiling)).orElse(null);
    this.password = tls.password().map(text -> TemplatePlan.of(text, compiling)).orElse(null);
    this.serverName = tls.serverName().map(text -> TemplatePlan.of(text, compiling)).orElse(null);
  }

  static TlsPlan of(Tls tls, Compiling compiling) {
    tls.key()
        .filter(_ -> tls.certificate().isEmpty())
        .ifPresent(key ->
            compiling.problem(
                key.at(), "`key` without `certificate`", "both", "add the key's `certificate`"));
    tls.pkcs12()
        .filter(_ -> tls.certificate().isPresent())
        .ifPresent(file ->
            compiling.problem(
                file.at(), "`pkcs12` beside `certificate`", "one of them", "remove one of them"));
    tls.keyLog()
        .ifPresent(log ->
            compiling.problem(
                log.at(),
                "`key-log`",
                "other keys of `tls`",
                "`key-log` comes with a later release; remove it"));
    return new TlsPlan(tls, compiling);
  }

  /** A path that never changes is looked for at once. */
  private static TemplatePlan file(Source path, Compiling compiling) {
    var plan = TemplatePlan.of(path, compiling);
    if (plan.isConstant()
        && compiling.files().locate(plan.constant()) instanceof FileAccess.Location.Refused no) {
      compiling.problem(path.at(), "`" + path + "`: " + no.why(), "a file");
    }
    return plan;
  }

  TlsSpec fill(Filling filling) {
    var spec =
        TlsSpec.DEFAULT
            .withVerify(tls.verify())
            .withAuthorities(authorities.stream().map(path -> locate(path, filling)).toList());
    var named = serverName == null ? spec : spec.withServerName(filling.text(serverName));
    return identity(filling).map(named::withIdentity).orElse(named);
  }

  private Optional<ClientIdentity> identity(Filling filling) {
    var secret = password == null ? null : filling.text(password);
    if (pkcs12 != null) {
      return Optional.of(
          new ClientIdentity.Pkcs12(locate(pkcs12, filling), secret == null ? "" : secret));
    }
    return Optional.ofNullable(certificate)
        .map(file ->
            new ClientIdentity.Pem(
                locate(file, filling), locate(key == null ? file : key, filling), secret));
  }

  private Path locate(TemplatePlan file, Filling filling) {
    var path = new Source(filling.text(file), file.source().at());
    return switch (files.locate(path)) {
      case FileAccess.Location.At(var there) -> there;
      case FileAccess.Location.Refused(var why) -> {
        filling.fault(path.at(), "`%s`: %s".formatted(path, why));
        yield Path.of("");
      }
    };
  }
}
