package parley.transport.tls;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;

/**
 * Who issued a server's certificate, as far as the certificates that it sent say so.
 *
 * @param linked the server's own certificate and those that issued it, as far as they were sent
 * @param loose what was sent, too, and has nothing to do with it
 */
record Issuers(List<X509Certificate> linked, List<X509Certificate> loose) {

  private static final String AUTHORITY_INFORMATION = "1.3.6.1.5.5.7.1.1";
  private static final String CA_ISSUERS = "1.3.6.1.5.5.7.48.2";
  private static final int URI = 0x86;
  private static final Pattern ROOT =
      Pattern.compile("CN=[^,]*\\broot\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern ORGANISATION = Pattern.compile("(?:^|,)O=((?:\\\\.|[^,\\\\])+)");

  Issuers {
    linked = List.copyOf(linked);
    loose = List.copyOf(loose);
  }

  static Issuers of(List<X509Certificate> chain) {
    var linked = new ArrayList<X509Certificate>();
    var loose = new ArrayList<>(chain.subList(1, chain.size()));
    linked.add(chain.getFirst());
    var next = issuer(linked.getLast(), loose);
    while (next.isPresent()) {
      linked.add(next.get());
      loose.remove(next.get());
      next = issuer(linked.getLast(), loose);
    }
    return new Issuers(linked, loose);
  }

  private static Optional<X509Certificate> issuer(
      X509Certificate certificate, List<X509Certificate> among) {
    return among.stream()
        .filter(one -> one.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
        .findFirst();
  }

  /** Whether a certificate is signed by its own key. */
  static boolean isSelfSigned(X509Certificate certificate) {
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

  /** The name of the last issuer that was not sent, or sent as its own. */
  X500Principal origin() {
    return linked.getLast().getIssuerX500Principal();
  }

  /**
   * Whether most probably a certificate between the server's own and a root's was left out. A root
   * issues servers' certificates only in private; so it counts when the server sent others that do
   * not help, when its certificate says where that of its issuer is to be had, or when its issuer
   * is of the same organisation as one that is trusted; and never when the issuer calls itself a
   * root.
   */
  boolean lacks(List<X509Certificate> trusted) {
    if (isSelfSigned(linked.getLast())) {
      return false;
    }
    if (!loose.isEmpty()) {
      return true;
    }
    return linked.size() == 1
        && !ROOT.matcher(origin().getName()).find()
        && (whereToGet().isPresent() || isKin(trusted));
  }

  private boolean isKin(List<X509Certificate> trusted) {
    var own = organisation(origin());
    return own.isPresent()
        && trusted.stream()
            .anyMatch(one -> organisation(one.getSubjectX500Principal()).equals(own));
  }

  private static Optional<String> organisation(X500Principal name) {
    var matcher = ORGANISATION.matcher(name.getName());
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** Where the certificate of the missing issuer is to be had (RFC 5280, 4.2.2.1). */
  Optional<String> whereToGet() {
    var extension = linked.getLast().getExtensionValue(AUTHORITY_INFORMATION);
    if (extension == null) {
      return Optional.empty();
    }
    try {
      var all = DerReader.of(DerReader.of(extension).octets()).into(DerReader.SEQUENCE);
      while (all.hasMore()) {
        var one = all.into(DerReader.SEQUENCE);
        if (one.oid().equals(CA_ISSUERS) && one.isNext(URI)) {
          return one.find(URI).map(url -> new String(url, StandardCharsets.US_ASCII));
        }
      }
      return Optional.empty();
    } catch (DerReader.Broken unreadable) {
      return Optional.empty();
    }
  }
}
