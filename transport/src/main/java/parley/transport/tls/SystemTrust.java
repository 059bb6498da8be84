package parley.transport.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import parley.transport.connection.Surroundings;

/**
 * What the operating system trusts: the file that {@code SSL_CERT_FILE} names as for curl and
 * OpenSSL; or the keychain of macOS, the store of Windows, the file that a Linux or BSD keeps.
 */
final class SystemTrust {

  private static final List<String> FILES =
      List.of(
          "/etc/ssl/certs/ca-certificates.crt", // Debian, Arch, Gentoo
          "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem", // Fedora, RHEL
          "/etc/pki/tls/certs/ca-bundle.crt", // older ones of these
          "/etc/ssl/ca-bundle.pem", // openSUSE
          "/etc/ssl/cert.pem"); // Alpine, FreeBSD, OpenBSD

  private static final List<String> MAC = List.of("KeychainStore-ROOT", "KeychainStore");
  private static final List<String> WINDOWS = List.of("Windows-ROOT");

  private SystemTrust() {}

  static List<X509Certificate> certificates(Surroundings surroundings) throws UnusableFile {
    var named = surroundings.variable("SSL_CERT_FILE").map(Path::of);
    if (named.isPresent()) {
      return PemFile.read(named.get()).certificates();
    }
    var stores = stores(System.getProperty("os.name", "").toLowerCase(Locale.ROOT));
    return stores.isEmpty() ? ofFiles() : ofStores(stores);
  }

  private static List<String> stores(String system) {
    return system.contains("mac") ? MAC : system.contains("windows") ? WINDOWS : List.of();
  }

  private static List<X509Certificate> ofFiles() throws UnusableFile {
    var found = FILES.stream().map(Path::of).filter(Files::exists).findFirst();
    if (found.isEmpty()) {
      throw new UnusableFile(
          Path.of(FILES.getFirst()),
          "the operating system's certificates are not there, nor where other systems have them;"
              + " install the package ca-certificates, or set SSL_CERT_FILE");
    }
    return PemFile.read(found.get()).certificates();
  }

  private static List<X509Certificate> ofStores(List<String> names) throws UnusableFile {
    var all = new ArrayList<X509Certificate>();
    for (var name : names) {
      try {
        var store = KeyStore.getInstance(name);
        store.load(null, null);
        all.addAll(trusted(store).toList());
      } catch (GeneralSecurityException | IOException failure) {
        throw new UnusableFile(Path.of(name), "cannot be read: " + failure.getMessage(), failure);
      }
    }
    return all;
  }

  private static Stream<X509Certificate> trusted(KeyStore store) throws GeneralSecurityException {
    var found = new ArrayList<X509Certificate>();
    for (var alias : Collections.list(store.aliases())) {
      if (store.isCertificateEntry(alias)
          && store.getCertificate(alias) instanceof X509Certificate one) {
        found.add(one);
      }
    }
    return found.stream();
  }
}
