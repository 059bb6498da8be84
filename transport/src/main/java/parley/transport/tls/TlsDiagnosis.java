package parley.transport.tls;

import io.netty.handler.ssl.NotSslRecordException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import parley.model.connection.Cause;

/**
 * What the failure of a TLS handshake means.
 *
 * @param text one sentence
 */
public record TlsDiagnosis(Cause cause, String text) {

  private static final Pattern ALERT = Pattern.compile("fatal alert: (\\w+)");

  private static final Pattern NO_COMMON_GROUND =
      Pattern.compile(
          "No appropriate protocol|not accepted by client preferences|no cipher suites in common"
              + "|protocol_version|Unsupported or unsafe");

  /** Empty when it is not TLS that failed but the connection below it. */
  public static Optional<TlsDiagnosis> of(Throwable failure, TlsTrace trace, String host) {
    var refusal = trace.refusal();
    if (refusal.isPresent()) {
      return Optional.of(
          ofCertificate(new CertificateFaults(trace, host, refusal.get(), Instant.now())));
    }
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UncheckedIOException unwritable) {
        return Optional.of(
            new TlsDiagnosis(Cause.TLS_SETTINGS, String.valueOf(unwritable.getMessage())));
      }
      if (cause instanceof NotSslRecordException) {
        return Optional.of(
            new TlsDiagnosis(Cause.NOT_TLS, "the server's answer is not TLS: try ws://"));
      }
      if (cause instanceof SSLException tls && isFromEngine(tls)) {
        return Optional.of(ofException(String.valueOf(tls.getMessage()), trace));
      }
    }
    return Optional.empty();
  }

  /** Netty's own handshake exceptions only say that the connection was closed meanwhile. */
  private static boolean isFromEngine(SSLException failure) {
    return !failure.getClass().getName().startsWith("io.netty.")
        && !String.valueOf(failure.getMessage()).contains("closed while SSL/TLS handshake");
  }

  private static TlsDiagnosis ofCertificate(CertificateFaults found) {
    var faults = found.find();
    var text =
        faults.stream()
            .map(CertificateFaults.Fault::text)
            .collect(Collectors.joining("; it ", "the server's certificate ", ""));
    return new TlsDiagnosis(faults.getFirst().cause(), text);
  }

  private static TlsDiagnosis ofException(String message, TlsTrace trace) {
    var alert = ALERT.matcher(message);
    if (alert.find()) {
      return ofAlert(alert.group(1), trace);
    }
    if (NO_COMMON_GROUND.matcher(message).find()) {
      return new TlsDiagnosis(
          Cause.TLS_NO_COMMON_GROUND, "no TLS version or cipher in common: " + message);
    }
    return new TlsDiagnosis(Cause.TLS_FAILED, "TLS failed: " + message);
  }

  /** The alerts of RFC 8446, 6.2, by their names in the JDK. */
  private static TlsDiagnosis ofAlert(String alert, TlsTrace trace) {
    return switch (alert) {
      case "certificate_required" -> clientCertificateRequired(alert);
      case "bad_certificate",
          "unsupported_certificate",
          "certificate_revoked",
          "certificate_expired",
          "certificate_unknown",
          "unknown_ca",
          "access_denied" ->
          trace.certificateSent()
              ? new TlsDiagnosis(
                  Cause.CLIENT_CERTIFICATE_REFUSED,
                  "the server refuses our certificate: alert " + alert)
              : withoutCertificate(alert, trace);
      case "handshake_failure" -> withoutCertificate(alert, trace);
      case "protocol_version", "insufficient_security" -> noCommonGround(alert);
      case "no_application_protocol" ->
          new TlsDiagnosis(
              Cause.TLS_NO_COMMON_GROUND,
              "the server speaks none of the protocols that ALPN offers: alert " + alert);
      default -> new TlsDiagnosis(Cause.TLS_FAILED, "the server ended TLS: alert " + alert);
    };
  }

  /** Before TLS 1.3 a missing certificate has no alert of its own. */
  private static TlsDiagnosis withoutCertificate(String alert, TlsTrace trace) {
    if (trace.certificateRequested() && !trace.certificateSent()) {
      return clientCertificateRequired(alert);
    }
    return alert.equals("handshake_failure")
        ? noCommonGround(alert)
        : new TlsDiagnosis(Cause.TLS_FAILED, "the server ended TLS: alert " + alert);
  }

  private static TlsDiagnosis clientCertificateRequired(String alert) {
    return new TlsDiagnosis(
        Cause.CLIENT_CERTIFICATE_REQUIRED,
        "the server requires a client certificate: alert " + alert);
  }

  private static TlsDiagnosis noCommonGround(String alert) {
    return new TlsDiagnosis(
        Cause.TLS_NO_COMMON_GROUND,
        "the server accepts none of our TLS versions and ciphers: alert " + alert);
  }
}
