package parley.transport.tls;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import parley.model.connection.Cause;

/**
 * Why a server's certificate was refused. The JDK has one message for several reasons and stops at
 * the first; this looks at the certificates themselves.
 */
final class CertificateFaults {

  /** One thing that is wrong, as a clause whose subject is the certificate. */
  record Fault(Cause cause, String text) {}

  private final List<X509Certificate> chain;
  private final List<X509Certificate> trusted;
  private final String host;
  private final CertificateException refusal;
  private final Instant now;

  CertificateFaults(TlsTrace trace, String host, CertificateException refusal, Instant now) {
    chain = trace.chain();
    trusted = trace.trusted();
    this.host = host;
    this.refusal = refusal;
    this.now = now;
  }

  /** All that is wrong, the weightiest first; at least one. */
  List<Fault> find() {
    if (refusal instanceof Pins.Mismatch mismatch) {
      return List.of(
          new Fault(
              Cause.CERTIFICATE_NOT_PINNED,
              "has the public key " + mismatch.getMessage() + ", which is not pinned"));
    }
    var faults = new ArrayList<Fault>();
    for (var certificate : chain) {
      addTimeFaults(certificate, faults);
    }
    if (isCausedBy(CertPathBuilderException.class)) {
      faults.add(originFault());
    }
    weakness().ifPresent(faults::add);
    var own = chain.getFirst();
    if (!HostNames.isFor(own, host)) {
      faults.add(new Fault(Cause.CERTIFICATE_WRONG_HOST, "is " + forWhom(own) + ", not " + host));
    }
    if (faults.isEmpty()) {
      faults.add(new Fault(Cause.CERTIFICATE_INVALID, "is refused: " + refusal.getMessage()));
    }
    return faults;
  }

  private void addTimeFaults(X509Certificate certificate, List<Fault> faults) {
    var begin = certificate.getNotBefore().toInstant();
    var end = certificate.getNotAfter().toInstant();
    var whose =
        certificate.equals(chain.getFirst()) ? "" : " (that of " + subject(certificate) + ")";
    if (now.isAfter(end)) {
      faults.add(new Fault(Cause.CERTIFICATE_EXPIRED, "expired on " + end + whose));
    }
    if (now.isBefore(begin)) {
      faults.add(
          new Fault(Cause.CERTIFICATE_NOT_YET_VALID, "is not valid before " + begin + whose));
    }
  }

  private boolean isCausedBy(Class<? extends Exception> type) {
    return causes().anyMatch(type::isInstance);
  }

  private Stream<Throwable> causes() {
    return Stream.iterate(refusal, Objects::nonNull, Throwable::getCause);
  }

  /** The JDK refuses some algorithms wherever they occur. */
  private Optional<Fault> weakness() {
    return causes()
        .map(Throwable::getMessage)
        .filter(Objects::nonNull)
        .filter(text -> text.toLowerCase(Locale.ROOT).contains("algorithm constraints"))
        .reduce((_, last) -> last)
        .map(text -> new Fault(Cause.CERTIFICATE_WEAK, "is too weak: " + text));
  }

  private Fault originFault() {
    var own = chain.getFirst();
    if (Issuers.isSelfSigned(own)) {
      return new Fault(Cause.CERTIFICATE_SELF_SIGNED, "is self-signed by " + subject(own));
    }
    var issuers = Issuers.of(chain);
    return issuers.lacks(trusted)
        ? new Fault(
            Cause.CERTIFICATE_CHAIN_INCOMPLETE,
            "was issued by %s, whose certificate the server did not send%s"
                .formatted(
                    issuers.origin().getName(),
                    issuers.whereToGet().map(url -> " (it is at " + url + ")").orElse("")))
        : new Fault(
            Cause.CERTIFICATE_AUTHORITY_UNKNOWN,
            "was issued by an unknown authority, " + issuers.origin().getName());
  }

  private static String subject(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().getName();
  }

  private static String forWhom(X509Certificate certificate) {
    var names = HostNames.of(certificate);
    return names.isEmpty() ? "for no host name" : "for " + String.join(", ", names);
  }
}
