package parley.files.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import parley.files.problem.Nearest;
import parley.files.shape.FormsShape;
import parley.files.shape.Key;
import parley.files.shape.ListShape;
import parley.files.shape.MapShape;
import parley.files.shape.ScalarShape;
import parley.files.shape.Scalars;
import parley.files.shape.Shape;
import parley.files.shape.Values;
import parley.model.collection.ClientCertificate;
import parley.model.collection.Source;
import parley.model.collection.Tls;
import parley.model.collection.TlsAgreement;
import parley.model.connection.CipherSuite;
import parley.model.connection.Pin;
import parley.model.connection.TlsVersion;

/** How TLS is used. */
final class TlsFormat {

  private static final Shape<Source> TRUST = Scalars.pathOr("system");
  private static final Shape<Source> PIN =
      Scalars.pathOr(Pin.HASH, "`sha256//` and the Base64 of a public key's SHA-256");

  private static final Key<Boolean> VERIFY =
      Key.<Boolean>of(
              "verify", Scalars.FLAG, "Whether the server's certificate and name are checked.")
          .orElse("true");
  private static final Key<List<Source>> CA =
      Key.of(
          "ca",
          oneOrMore(TRUST),
          "What to trust in place of the JDK's authorities: PEM files, and `system` for what the"
              + " operating system trusts.");
  private static final Key<List<Source>> CLIENT_CA =
      Key.of(
          "ca",
          oneOrMore(Scalars.PATH),
          "PEM files with who may have issued the certificates that clients then have to show.");
  private static final Key<List<Source>> PINS =
      Key.of(
          "pin",
          oneOrMore(PIN),
          "Public keys, of which the server has to have one, verified or not: `sha256//BASE64` as"
              + " curl has it, or PEM files with a key or a certificate.");
  private static final Key<Source> CERTIFICATE =
      Key.of("certificate", Scalars.PATH, "A PEM file with the client's certificate.");
  private static final Key<Source> KEY =
      Key.of(
          "key",
          Scalars.PATH,
          "A PEM file with the private key (PKCS#8, PKCS#1 or SEC1); by default it is in"
              + " `certificate`.");
  private static final Key<Source> PKCS12 =
      Key.of("pkcs12", Scalars.PATH, "A PKCS#12 file in place of `certificate` and `key`.");
  private static final Key<Source> PASSWORD =
      Key.of("password", Scalars.TEXT, "The password of the key or of the PKCS#12 file.");
  private static final Key<List<Source>> HOSTS =
      Key.<List<Source>>of(
              "hosts",
              oneOrMore(Scalars.TEXT),
              "Whom it is shown to; `*.a.example` is every host below a.example.")
          .needed();

  private static final Shape<ClientCertificate> FOR_HOSTS =
      MapShape.of(
          "a client certificate",
          "A client's certificate for some hosts.",
          List.of(HOSTS, CERTIFICATE, KEY, PKCS12, PASSWORD),
          values -> certificate(values.get(HOSTS), values));
  private static final Key<List<ClientCertificate>> CERTIFICATES =
      Key.of(
          "certificates",
          ListShape.of("a list of client certificates", FOR_HOSTS),
          "Certificates for some hosts; `certificate` is for all others.");
  private static final Key<Source> SERVER_NAME =
      Key.of(
          "server-name",
          Scalars.TEXT,
          "The name asked for and checked in place of the URL's host; `none` asks for none.");
  private static final Key<TlsVersion> MIN_VERSION =
      Key.<TlsVersion>of("min-version", versions(), "The oldest version that is accepted.")
          .orElse("1.2");
  private static final Key<TlsVersion> MAX_VERSION =
      Key.<TlsVersion>of("max-version", versions(), "The newest version that is offered.")
          .orElse("1.3");
  private static final Key<List<CipherSuite>> CIPHERS =
      Key.of(
          "ciphers",
          oneOrMore(ciphers()),
          "Cipher suites, the preferred first, by their names of IANA or OpenSSL. A version that"
              + " none of them is for keeps its own.");
  private static final Key<List<String>> ALPN =
      Key.of(
          "alpn",
          FormsShape.<List<String>>ofScalar(none())
              .orList(ListShape.of("a list of protocols", Scalars.NAME)),
          "What ALPN offers, `http/1.1` by default; `none` leaves it out.");
  private static final Key<Source> KEY_LOG =
      Key.of(
          "key-log",
          Scalars.TEXT,
          "A file that the secrets of connections are added to, for Wireshark to look into a"
              + " capture.");

  static final MapShape<Tls> TLS =
      MapShape.of(
          "TLS settings",
          "How TLS is used.",
          List.of(
              VERIFY,
              CA,
              PINS,
              CERTIFICATE,
              KEY,
              PKCS12,
              PASSWORD,
              CERTIFICATES,
              SERVER_NAME,
              MIN_VERSION,
              MAX_VERSION,
              CIPHERS,
              ALPN,
              KEY_LOG),
          TlsFormat::tls);

  /** What a listener needs. */
  static final MapShape<Tls> LISTENING =
      MapShape.of(
          "TLS of a mock",
          "The certificate of a mock, and whom it lets in.",
          List.of(CLIENT_CA, CERTIFICATE, KEY, PKCS12, PASSWORD),
          values ->
              Tls.DEFAULT
                  .withAuthorities(values.list(CLIENT_CA))
                  .withOwn(certificate(List.of(), values)));

  private TlsFormat() {}

  private static Tls tls(Values values) {
    return new Tls(
        values.get(VERIFY),
        values.list(CA),
        values.list(PINS),
        certificate(List.of(), values),
        values.list(CERTIFICATES),
        values.orNull(SERVER_NAME),
        new TlsAgreement(
            values.get(MIN_VERSION),
            values.get(MAX_VERSION),
            values.list(CIPHERS),
            values.orNull(ALPN)),
        values.orNull(KEY_LOG));
  }

  private static ClientCertificate certificate(List<Source> hosts, Values values) {
    return new ClientCertificate(
        hosts,
        values.orNull(CERTIFICATE),
        values.orNull(KEY),
        values.orNull(PKCS12),
        values.orNull(PASSWORD));
  }

  private static <T> Shape<List<T>> oneOrMore(Shape<T> shape) {
    return FormsShape.<List<T>>ofScalar(shape.map(List::of))
        .orList(ListShape.of("a list of them", shape));
  }

  private static Shape<List<String>> none() {
    return ScalarShape.of(
        "`none`, or a list such as `[http/1.1]`",
        text -> text.equals("none") ? Optional.of(List.of()) : Optional.empty(),
        "none");
  }

  private static ScalarShape<TlsVersion> versions() {
    var words = new LinkedHashMap<String, TlsVersion>();
    for (var version : TlsVersion.values()) {
      words.put(version.number(), version);
    }
    return ScalarShape.ofWords(words).hinting(TlsFormat::versionHint);
  }

  private static Optional<String> versionHint(String text) {
    return switch (text) {
      case "1.0", "1.1" -> Optional.of("TLS " + text + " is broken (RFC 8996) and never offered");
      default ->
          Stream.of(TlsVersion.values())
              .map(TlsVersion::number)
              .filter(text::endsWith)
              .findFirst()
              .map(number -> "write `" + number + "`");
    };
  }

  private static ScalarShape<CipherSuite> ciphers() {
    return ScalarShape.of(
            "a cipher suite such as `TLS_AES_128_GCM_SHA256` or `ECDHE-RSA-AES128-GCM-SHA256`",
            CipherSuite::of,
            String.join("|", names()))
        .hinting(text -> Nearest.hint(text, names()));
  }

  private static List<String> names() {
    var all = new ArrayList<>(Arrays.stream(CipherSuite.values()).map(Enum::name).toList());
    Arrays.stream(CipherSuite.values())
        .map(CipherSuite::openSslName)
        .filter(name -> !all.contains(name))
        .forEach(all::add);
    return all;
  }
}
