package parley.workbench.entry.handshake;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import parley.model.connection.TlsFacts;
import parley.model.value.Value;
import parley.report.Visible;
import parley.workbench.call.Json;

/** What is known of TLS, certificate by certificate: see {@code Handshake}. */
final class TlsJson {

  private TlsJson() {}

  static Json.Fields of(TlsFacts facts) {
    return Json.object()
        .put("version", facts.protocol().orElse("none agreed on"))
        .put("cipher", facts.cipher().orElse("none agreed on"))
        .put("name", facts.serverName().map(Visible::line).orElse(""))
        .putText("alpn", facts.applicationProtocol().map(Visible::line))
        .putText("shown", facts.shown().map(Visible::line))
        .put("verified", facts.verified())
        .put("pinned", facts.pinned())
        .put("chain", facts.chain(), TlsJson::certificate);
  }

  private static Value certificate(X509Certificate certificate) {
    var json =
        Json.object()
            .put("subject", Visible.line(certificate.getSubjectX500Principal().getName()))
            .put("issuer", Visible.line(certificate.getIssuerX500Principal().getName()))
            .put("names", Json.texts(names(certificate)))
            .put("from", certificate.getNotBefore().toInstant().toString())
            .put("until", certificate.getNotAfter().toInstant().toString())
            .put("fingerprint", fingerprint(certificate));
    var now = Instant.now();
    if (now.isAfter(certificate.getNotAfter().toInstant())) {
      json.put("fault", "expired");
    } else if (now.isBefore(certificate.getNotBefore().toInstant())) {
      json.put("fault", "not valid yet");
    }
    return json.value();
  }

  private static List<String> names(X509Certificate certificate) {
    try {
      var names = certificate.getSubjectAlternativeNames();
      return names == null ? List.of() : names.stream().map(TlsJson::name).toList();
    } catch (CertificateParsingException _) {
      return List.of();
    }
  }

  /** RFC 5280, 4.2.1.6: a kind and a name. */
  private static String name(Collection<?> pair) {
    return Visible.line(String.valueOf(List.copyOf(pair).getLast()));
  }

  private static String fingerprint(X509Certificate certificate) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return HexFormat.ofDelimiter(":").withUpperCase().formatHex(hash);
    } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
      throw new IllegalStateException("every JDK has SHA-256, every certificate bytes", e);
    }
  }
}
