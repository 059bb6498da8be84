package parley.files.format;

import java.util.List;
import parley.files.shape.FormsShape;
import parley.files.shape.Key;
import parley.files.shape.ListShape;
import parley.files.shape.MapShape;
import parley.files.shape.Scalars;
import parley.model.collection.Source;
import parley.model.collection.Tls;

/** How TLS is used. */
final class TlsFormat {

  private static final Key<Boolean> VERIFY =
      Key.<Boolean>of(
              "verify", Scalars.FLAG, "Whether the server's certificate and name are checked.")
          .orElse("true");
  private static final Key<List<Source>> CA =
      Key.of(
          "ca",
          FormsShape.<List<Source>>ofScalar(Scalars.PATH.map(List::of))
              .orList(ListShape.of("a list of paths", Scalars.PATH)),
          "PEM files with the certificates to trust, in place of the JDK's.");
  private static final Key<Source> CERTIFICATE =
      Key.of("certificate", Scalars.PATH, "A PEM file with the client's certificate.");
  private static final Key<Source> KEY =
      Key.of("key", Scalars.PATH, "A PEM file with the private key (PKCS#8).");
  private static final Key<Source> PKCS12 =
      Key.of("pkcs12", Scalars.PATH, "A PKCS#12 file in place of `certificate` and `key`.");
  private static final Key<Source> PASSWORD =
      Key.of("password", Scalars.TEXT, "The password of the key or of the PKCS#12 file.");
  private static final Key<Source> SERVER_NAME =
      Key.of(
          "server-name",
          Scalars.TEXT,
          "The name asked for and checked in place of the URL's host.");
  private static final Key<Source> KEY_LOG =
      Key.of("key-log", Scalars.TEXT, "A file for the session's secrets, to look into a capture.");

  static final MapShape<Tls> TLS =
      MapShape.of(
          "TLS settings",
          "How TLS is used.",
          List.of(VERIFY, CA, CERTIFICATE, KEY, PKCS12, PASSWORD, SERVER_NAME, KEY_LOG),
          values ->
              new Tls(
                  values.get(VERIFY),
                  values.list(CA),
                  values.orNull(CERTIFICATE),
                  values.orNull(KEY),
                  values.orNull(PKCS12),
                  values.orNull(PASSWORD),
                  values.orNull(SERVER_NAME),
                  values.orNull(KEY_LOG)));

  private TlsFormat() {}
}
