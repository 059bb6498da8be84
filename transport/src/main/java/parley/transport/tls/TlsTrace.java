package parley.transport.tls;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** What one TLS handshake of a client let see of itself, also when it fails. */
public final class TlsTrace {

  private volatile List<X509Certificate> chain = List.of();
  private volatile @Nullable String protocol;
  private volatile @Nullable String cipher;
  private volatile @Nullable CertificateException refusal;
  private volatile boolean certificateRequested;
  private volatile @Nullable X509Certificate shown;
  private volatile List<X509Certificate> trusted = List.of();

  /** By the time the certificates come, both sides have agreed on the rest. */
  void sawChain(X509Certificate[] certificates, SSLSession session) {
    chain = List.of(certificates);
    protocol = session.getProtocol();
    cipher = session.getCipherSuite();
  }

  /** A session that is resumed shows no certificates during its handshake. */
  void complete(SSLSession session) {
    if (protocol == null && session.isValid() && !session.getProtocol().equals("NONE")) {
      protocol = session.getProtocol();
      cipher = session.getCipherSuite();
      chain = certificatesOf(session);
    }
  }

  private static List<X509Certificate> certificatesOf(SSLSession session) {
    try {
      return Arrays.stream(session.getPeerCertificates()).map(X509Certificate.class::cast).toList();
    } catch (SSLPeerUnverifiedException none) {
      return List.of();
    }
  }

  void refused(CertificateException reason, X509Certificate[] authorities) {
    trusted = List.of(authorities);
    refusal = reason;
  }

  void wasAskedForCertificate() {
    certificateRequested = true;
  }

  void showed(X509Certificate certificate) {
    shown = certificate;
  }

  /** The server's certificates, its own first; empty when none came. */
  public List<X509Certificate> chain() {
    return chain;
  }

  /** The TLS version, such as {@code TLSv1.3}. */
  public Optional<String> protocol() {
    return Optional.ofNullable(protocol);
  }

  public Optional<String> cipher() {
    return Optional.ofNullable(cipher);
  }

  /** Why our side refused the server's certificate. */
  Optional<CertificateException> refusal() {
    return Optional.ofNullable(refusal);
  }

  /** The authorities that the server's certificate was refused by. */
  List<X509Certificate> trusted() {
    return trusted;
  }

  /** Whether the server asked for a certificate of ours. */
  boolean certificateRequested() {
    return certificateRequested;
  }

  /** Our certificate, when it asked and got one. */
  Optional<X509Certificate> shown() {
    return Optional.ofNullable(shown);
  }

  /** Whether it got one. */
  boolean certificateSent() {
    return shown != null;
  }
}
