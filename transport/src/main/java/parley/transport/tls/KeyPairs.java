package parley.transport.tls;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAKey;

/** Whether a private and a public key are a pair. */
final class KeyPairs {

  private KeyPairs() {}

  /** False also for keys of different kinds; true where their kind cannot be tried. */
  static boolean belong(PrivateKey own, PublicKey other) {
    if (own instanceof RSAKey mine && other instanceof RSAKey theirs) {
      return mine.getModulus().equals(theirs.getModulus());
    }
    if (!own.getAlgorithm().equals(other.getAlgorithm())) {
      return false;
    }
    return switch (own.getAlgorithm()) {
      case "EC" -> verifies("SHA256withECDSA", own, other);
      case "EdDSA" -> verifies("EdDSA", own, other);
      default -> true;
    };
  }

  private static boolean verifies(String algorithm, PrivateKey own, PublicKey other) {
    var signed = new byte[] {1, 2, 3};
    try {
      var signing = Signature.getInstance(algorithm);
      signing.initSign(own);
      signing.update(signed);
      var checking = Signature.getInstance(algorithm);
      checking.initVerify(other);
      checking.update(signed);
      return checking.verify(signing.sign());
    } catch (GeneralSecurityException otherCurve) {
      return false;
    }
  }
}
