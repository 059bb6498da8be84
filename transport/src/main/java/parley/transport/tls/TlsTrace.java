package parley.transport.tls;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one TLS handshake of a client let see of itself, also when it fails. */
public final class TlsTrace {

  private volatile List<X509Certificate> chain = List.of();
  private volatile @Nullable CertificateException refusal;
  private volatile boolean certificateRequested;
  private volatile boolean certificateSent;

  void sawChain(X509Certificate[] certificates) {
    chain = List.of(certificates);
  }

  void refused(CertificateException reason) {
    refusal = reason;
  }

  void wasAskedForCertificate(boolean sent) {
    certificateRequested = true;
    certificateSent = sent;
  }

  /** The server's certificates, its own first; empty when none came. */
  public List<X509Certificate> chain() {
    return chain;
  }

  /** Why our side refused the server's certificate. */
  Optional<CertificateException> refusal() {
    return Optional.ofNullable(refusal);
  }

  /** Whether the server asked for a certificate of ours. */
  boolean certificateRequested() {
    return certificateRequested;
  }

  /** Whether it got one. */
  boolean certificateSent() {
    return certificateSent;
  }
}
