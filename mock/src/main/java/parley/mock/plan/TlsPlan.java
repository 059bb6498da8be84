package parley.mock.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.engine.expression.Scope;
import parley.engine.plan.Compiling;
import parley.engine.plan.FileAccess;
import parley.engine.plan.Filled;
import parley.engine.plan.TemplatePlan;
import parley.model.collection.ClientCertificate;
import parley.model.collection.Source;
import parley.model.collection.Tls;
import parley.model.connection.ClientIdentity;
import parley.model.value.Value;
import parley.transport.listen.ServerIdentity;

/**
 * The TLS of a mock.
 *
 * @param identityOrNull from files; null for a certificate made on the spot
 * @param clientAuthorities who may have issued the certificates that clients then have to show
 */
record TlsPlan(@Nullable ServerIdentity identityOrNull, List<X509Certificate> clientAuthorities) {

  TlsPlan {
    clientAuthorities = List.copyOf(clientAuthorities);
  }

  /** The server's certificate and key. */
  ServerIdentity identity() {
    return identityOrNull == null ? ServerIdentity.forLocalhost() : identityOrNull;
  }

  static TlsPlan of(Tls tls, Scope scope, Compiling compiling) {
    return new Reader(scope, compiling).read(tls);
  }

  /** Reads the files that the TLS of a mock names. */
  private record Reader(Scope scope, Compiling compiling) {

    private interface Opening<T> {
      T open(Path file) throws IOException;
    }

    TlsPlan read(Tls tls) {
      var password = tls.own().password().flatMap(this::text).orElse("");
      var authorities = new ArrayList<X509Certificate>();
      tls.authorities()
          .forEach(
              source -> open(source, ServerIdentity::certificates).ifPresent(authorities::addAll));
      return new TlsPlan(identity(tls.own(), password).orElse(null), authorities);
    }

    private Optional<ServerIdentity> identity(ClientCertificate own, String password) {
      if (own.pkcs12().isPresent()) {
        return open(
            own.pkcs12().get(),
            file -> ServerIdentity.of(new ClientIdentity.Pkcs12(file, password)));
      }
      if (own.certificate().isEmpty()) {
        own.key()
            .ifPresent(key ->
                compiling.problem(key.at(), "a key without a certificate", "`certificate` too"));
        return Optional.empty();
      }
      var certificate = own.certificate().get();
      return file(certificate)
          .flatMap(chain ->
              open(
                  own.key().orElse(certificate),
                  key ->
                      ServerIdentity.of(
                          new ClientIdentity.Pem(
                              chain, key, password.isEmpty() ? null : password))));
    }

    private <T> Optional<T> open(Source source, Opening<T> opening) {
      var file = file(source);
      if (file.isEmpty()) {
        return Optional.empty();
      }
      try {
        return Optional.of(opening.open(file.get()));
      } catch (IOException unusable) {
        compiling.problem(
            source.at(),
            String.valueOf(unusable.getMessage()),
            "a file with what TLS needs here: PEM, or PKCS#12 under `pkcs12`");
        return Optional.empty();
      }
    }

    private Optional<Path> file(Source source) {
      return text(source).flatMap(text -> locate(new Source(text, source.at())));
    }

    private Optional<Path> locate(Source path) {
      return switch (compiling.files().locate(path)) {
        case FileAccess.Location.At(var file) -> Optional.of(file);
        case FileAccess.Location.Refused(var why) -> {
          compiling.problem(path.at(), "`" + path + "`: " + why, "a file of the collection");
          yield Optional.empty();
        }
      };
    }

    private Optional<String> text(Source source) {
      return switch (TemplatePlan.of(source, compiling).text(scope)) {
        case Filled.Of(Value.Text(var text)) -> Optional.of(text);
        case Filled.Of _ -> throw new IllegalStateException("a text is a text");
        case Filled.Faulty(var at, var text, var _) -> {
          compiling.problem(at, text, "a text that is known before anybody connects");
          yield Optional.empty();
        }
      };
    }
  }
}
