package parley.transport.tls;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import parley.model.connection.Cause;

/**
 * Why a server's certificate was refused. The JDK has one message for several reasons and stops at
 * the first; this looks at the certificates themselves.
 */
final class CertificateFaults {

  /** One thing that is wrong, as a clause whose subject is the certificate. */
  record Fault(Cause cause, String text) {}

  private final List<X509Certificate> chain;
  private final String host;
  private final CertificateException refusal;
  private final Instant now;

  CertificateFaults(
      List<X509Certificate> chain, String host, CertificateException refusal, Instant now) {
    this.chain = chain;
    this.host = host;
    this.refusal = refusal;
    this.now = now;
  }

  /** All that is wrong, the weightiest first; at least one. */
  List<Fault> find() {
    var faults = new ArrayList<Fault>();
    for (var certificate : chain) {
      addTimeFaults(certificate, faults);
    }
    if (isPathMissing()) {
      faults.add(originFault());
    }
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

  private boolean isPathMissing() {
    for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertPathBuilderException) {
        return true;
      }
    }
    return false;
  }

  private Fault originFault() {
    var own = chain.getFirst();
    return isSelfSigned(own)
        ? new Fault(Cause.CERTIFICATE_SELF_SIGNED, "is self-signed by " + subject(own))
        : new Fault(
            Cause.CERTIFICATE_AUTHORITY_UNKNOWN,
            "was issued by an unknown authority, "
                + chain.getLast().getIssuerX500Principal().getName());
  }

  private static boolean isSelfSigned(X509Certificate certificate) {
    if (!certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal())) {
      return false;
    }
    try {
      certificate.verify(certificate.getPublicKey());
      return true;
    } catch (GeneralSecurityException signedByAnother) {
      return false;
    }
  }

  private static String subject(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().getName();
  }

  private static String forWhom(X509Certificate certificate) {
    var names = HostNames.of(certificate);
    return names.isEmpty() ? "for no host name" : "for " + String.join(", ", names);
  }
}
