package parley.transport.tls;

import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * The names in a certificate (RFC 9525). The JDK decides whether a certificate is good for a host;
 * this only finds out whether its names are a reason when it is not.
 */
final class HostNames {

  private static final int DNS_NAME = 2;
  private static final int IP_ADDRESS = 7;

  private HostNames() {}

  static boolean isAddress(String host) {
    return host.indexOf(':') >= 0 || host.matches("\\d{1,3}(\\.\\d{1,3}){3}");
  }

  /** The names and addresses that the certificate is for; empty when it cannot be read. */
  static List<String> of(X509Certificate certificate) {
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      return names == null
          ? List.of()
          : names.stream().filter(HostNames::isHost).map(name -> (String) name.get(1)).toList();
    } catch (CertificateParsingException unreadable) {
      return List.of();
    }
  }

  private static boolean isHost(List<?> name) {
    return name.get(0) instanceof Integer kind && (kind == DNS_NAME || kind == IP_ADDRESS);
  }

  static boolean isFor(X509Certificate certificate, String host) {
    return of(certificate).stream().anyMatch(name -> matches(name, host));
  }

  private static boolean matches(String name, String host) {
    if (isAddress(host)) {
      return isAddress(name) && InetAddress.ofLiteral(name).equals(InetAddress.ofLiteral(host));
    }
    var wanted = host.toLowerCase(Locale.ROOT);
    var found = name.toLowerCase(Locale.ROOT);
    if (!found.startsWith("*.")) {
      return wanted.equals(found);
    }
    var firstDot = wanted.indexOf('.');
    return firstDot > 0 && wanted.substring(firstDot).equals(found.substring(1));
  }
}
