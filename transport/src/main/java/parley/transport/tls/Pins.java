package parley.transport.tls;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import parley.model.connection.Pin;

/**
 * The public keys of which a server has to have one.
 *
 * @param hashes as {@link Pin.Hash} writes them; empty for any key
 */
record Pins(Set<String> hashes) {

  Pins {
    hashes = Set.copyOf(hashes);
  }

  /** A certificate whose public key is none of them. */
  static final class Mismatch extends CertificateException {
    private static final long serialVersionUID = 1;

    Mismatch(String found) {
      super(found);
    }
  }

  /** Reads the files among {@code pins}. */
  static Pins of(List<Pin> pins) throws UnusableFile {
    var hashes = new HashSet<String>();
    for (var pin : pins) {
      switch (pin) {
        case Pin.Hash hash -> hashes.add(hash.toString());
        case Pin.Pem(var file) ->
            PemFile.read(file).publicKeys().forEach(key -> hashes.add(hash(key)));
      }
    }
    return new Pins(hashes);
  }

  boolean isEmpty() {
    return hashes.isEmpty();
  }

  /** RFC 7469, 2.4: over the SubjectPublicKeyInfo, which is how the JDK encodes public keys. */
  static String hash(PublicKey key) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
      return Pin.HASH + Base64.getEncoder().encodeToString(digest);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  void check(X509Certificate certificate) throws Mismatch {
    var found = hash(certificate.getPublicKey());
    if (!isEmpty() && !hashes.contains(found)) {
      throw new Mismatch(found);
    }
  }
}
