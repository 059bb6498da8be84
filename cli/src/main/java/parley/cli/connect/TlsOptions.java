package parley.cli.connect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import parley.cli.option.Command.Section;
import parley.cli.option.Option;
import parley.cli.option.Reading;
import parley.cli.option.Spelling;
import parley.cli.option.Values;
import parley.model.connection.CipherSuite;
import parley.model.connection.Pin;
import parley.model.connection.TlsSpec.ServerName;
import parley.model.connection.TlsVersion;
import parley.model.connection.TrustSource;

/** The options of {@code connect} for TLS, with curl's names where curl has them. */
final class TlsOptions {

  private TlsOptions() {}

  static Section<Draft> section() {
    var all = new ArrayList<>(trust());
    all.addAll(identity());
    all.addAll(agreement());
    all.add(
        Option.of(
            "--key-log",
            "FILE",
            "Add the connection's secrets to FILE, for Wireshark to read a capture of it. Without"
                + " it, the variable SSLKEYLOGFILE is heeded as browsers do.",
            text -> ConnectValues.file(text, "keys.log"),
            (draft, file) -> draft.tls.keyLog = file));
    return new Section<>("TLS", all);
  }

  private static List<Option<Draft>> trust() {
    return List.of(
        Option.of(
            "--cacert",
            "FILE",
            "Trust the certificates in a PEM file; may be repeated.",
            ConnectValues::file,
            (draft, file) -> draft.tls.authorities.add(new TrustSource.Pem(file))),
        Option.of(
            "--ca-native",
            "Trust what the operating system trusts; with --cacert, both.",
            (Draft draft) -> draft.tls.authorities.add(new TrustSource.OfSystem())),
        Option.of(
            "--pinnedpubkey",
            "HASHES",
            "Ask for a server with this public key, also with -k: sha256//BASE64, several with ;"
                + " between them, or a PEM file with the key or a certificate.",
            TlsOptions::pins,
            (draft, pins) -> draft.tls.pins.addAll(pins)),
        Option.of(
            "-k, --insecure",
            "Do not check the server's certificate. For tests only.",
            (Draft draft) -> draft.tls.insecure = true));
  }

  private static List<Option<Draft>> identity() {
    return List.of(
        Option.of(
            "--cert",
            "FILE[:PASSWORD]",
            "Show a client certificate: PEM, or PKCS#12 when the name ends in .p12 or .pfx.",
            CertificateArgument::parse,
            (draft, certificate) -> draft.tls.certificate = certificate),
        Option.of(
            "--key",
            "FILE",
            "The certificate's private key in PEM: PKCS#8, PKCS#1 or SEC1, encrypted or not; by"
                + " default in the same file.",
            text -> ConnectValues.file(text, "client.key"),
            (draft, file) -> draft.tls.key = file),
        Option.of(
            "--pass",
            "PASSPHRASE",
            "The passphrase of the private key. On a terminal it is asked for when it is needed.",
            Values::text,
            (Draft draft, String text) -> draft.tls.passphrase = text));
  }

  private static List<Option<Draft>> agreement() {
    return List.of(
        Option.of(
            "--server-name",
            "NAME",
            "Ask for NAME by TLS (SNI) and expect it in the certificate; none asks for none.",
            TlsOptions::serverName,
            (draft, name) -> draft.tls.serverName = name),
        Option.of(
            "--tlsv1.2",
            "Accept TLS 1.2 or newer, which is the default.",
            (Draft draft) -> draft.tls.min = TlsVersion.TLS_1_2),
        Option.of(
            "--tlsv1.3",
            "Accept TLS 1.3 only.",
            (Draft draft) -> draft.tls.min = TlsVersion.TLS_1_3),
        Option.of(
                "--tls-max",
                "VERSION",
                "Offer no newer version of TLS than 1.2 or 1.3.",
                TlsOptions::version,
                (Draft draft, TlsVersion version) -> draft.tls.max = version)
            .withWords("1.2", "1.3"),
        Option.of(
            "--ciphers",
            "LIST",
            "Offer these cipher suites for TLS 1.2 only, with : between them, by their names of"
                + " OpenSSL or IANA.",
            text -> ciphers(text, TlsVersion.TLS_1_2),
            (draft, ciphers) -> draft.tls.ciphers.addAll(ciphers)),
        Option.of(
            "--tls13-ciphers",
            "LIST",
            "The same for TLS 1.3.",
            text -> ciphers(text, TlsVersion.TLS_1_3),
            (draft, ciphers) -> draft.tls.ciphers.addAll(ciphers)),
        Option.of(
            "--alpn",
            "NAMES",
            "Offer these protocols by ALPN, with commas between them; http/1.1 by default.",
            TlsOptions::protocols,
            (draft, names) -> draft.tls.applicationProtocols = names),
        Option.of(
            "--no-alpn",
            "Leave ALPN out.",
            (Draft draft) -> draft.tls.applicationProtocols = List.of()));
  }

  static Reading<List<Pin>> pins(String text) {
    var pins = new ArrayList<Pin>();
    if (!text.startsWith(Pin.HASH)) {
      return text.isEmpty() ? badPin() : Reading.good(List.of(new Pin.Pem(Path.of(text))));
    }
    for (var one : ConnectValues.split(text, ';')) {
      Pin.hash(one).ifPresent(pins::add);
    }
    return pins.size() == ConnectValues.split(text, ';').size() ? Reading.good(pins) : badPin();
  }

  private static Reading<List<Pin>> badPin() {
    return Reading.bad(
        "sha256// and the Base64 of 32 bytes, several with ; between them, or a PEM file",
        "sha256//47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
  }

  private static Reading<ServerName> serverName(String text) {
    return switch (text) {
      case "" -> Reading.bad("a name, or none", "a.example");
      case "none" -> Reading.good(new ServerName.Unsaid());
      default -> Reading.good(new ServerName.Of(text));
    };
  }

  private static Reading<TlsVersion> version(String text) {
    return TlsVersion.of(text)
        .map(Reading::good)
        .orElseGet(() -> Reading.bad("1.2 or 1.3; older ones are broken and never offered", "1.2"));
  }

  static Reading<List<CipherSuite>> ciphers(String text, TlsVersion version) {
    var found = new ArrayList<CipherSuite>();
    for (var name : ConnectValues.split(text.replace(',', ':'), ':')) {
      var suite = CipherSuite.of(name).filter(one -> one.version() == version);
      if (suite.isEmpty()) {
        return badCipher(name, version);
      }
      found.add(suite.get());
    }
    return Reading.good(found);
  }

  private static Reading<List<CipherSuite>> badCipher(String name, TlsVersion version) {
    var known =
        Arrays.stream(CipherSuite.values()).filter(one -> one.version() == version).toList();
    var near =
        Spelling.nearest(name, known.stream().map(CipherSuite::openSslName).toList())
            .or(() -> Spelling.nearest(name, known.stream().map(Enum::name).toList()));
    return Reading.bad(
        "the names of cipher suites of TLS %s with : between them".formatted(version.number())
            + near.map(one -> "; did you mean " + one + "?").orElse(""),
        version == TlsVersion.TLS_1_2
            ? "ECDHE-RSA-AES128-GCM-SHA256"
            : CipherSuite.TLS_AES_128_GCM_SHA256.name());
  }

  private static Reading<List<String>> protocols(String text) {
    var names = ConnectValues.split(text, ',');
    return names.contains("")
        ? Reading.bad("one or more protocols with commas between them", "http/1.1")
        : Reading.good(names);
  }
}
