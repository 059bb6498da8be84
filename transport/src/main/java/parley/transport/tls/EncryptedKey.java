package parley.transport.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A private key that is encrypted with a password (RFC 5958, RFC 8018). The JDK's own PBES2 has
 * neither AES-192 nor triple DES, which OpenSSL may be told to use, so that it is done here.
 */
final class EncryptedKey {

  private static final String PBES2 = "1.2.840.113549.1.5.13";
  private static final String PBKDF2 = "1.2.840.113549.1.5.12";
  private static final String SCRYPT = "1.3.6.1.4.1.11591.4.11";

  private EncryptedKey() {}

  /** The key as plain PKCS#8. */
  static byte[] decrypt(byte[] der, String password) throws GeneralSecurityException, IOException {
    var info = DerReader.of(der).into(DerReader.SEQUENCE);
    var scheme = info.into(DerReader.SEQUENCE);
    return scheme.oid().equals(PBES2)
        ? pbes2(scheme.into(DerReader.SEQUENCE), info.octets(), password)
        : pbes1(der, password);
  }

  private static byte[] pbes1(byte[] der, String password)
      throws GeneralSecurityException, IOException {
    var encrypted = new EncryptedPrivateKeyInfo(der);
    var name = encrypted.getAlgName();
    if (!name.startsWith("PBE")) {
      throw new UnknownEncryption(name);
    }
    var secret =
        SecretKeyFactory.getInstance(name).generateSecret(new PBEKeySpec(password.toCharArray()));
    var cipher = Cipher.getInstance(name);
    cipher.init(Cipher.DECRYPT_MODE, secret, encrypted.getAlgParameters());
    return encrypted.getKeySpec(cipher).getEncoded();
  }

  private static byte[] pbes2(DerReader parameters, byte[] content, String password)
      throws GeneralSecurityException {
    var derivation = parameters.into(DerReader.SEQUENCE);
    var encryption = parameters.into(DerReader.SEQUENCE);
    var form = Form.of(encryption.oid());
    var key = new SecretKeySpec(derive(derivation, form.keyBits(), password), form.algorithm());
    var cipher = Cipher.getInstance(form.algorithm() + "/CBC/PKCS5Padding");
    cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(encryption.octets()));
    return cipher.doFinal(content);
  }

  private static byte[] derive(DerReader derivation, int keyBits, String password)
      throws GeneralSecurityException {
    var name = derivation.oid();
    if (!name.equals(PBKDF2)) {
      throw new UnknownEncryption(name.equals(SCRYPT) ? "scrypt" : name);
    }
    var parameters = derivation.into(DerReader.SEQUENCE);
    var salt = parameters.octets();
    var rounds = parameters.integer();
    if (parameters.isNext(DerReader.INTEGER)) {
      parameters.integer(); // The length, which the cipher says, too.
    }
    var hash =
        parameters.isNext(DerReader.SEQUENCE)
            ? hash(parameters.into(DerReader.SEQUENCE).oid())
            : "SHA1";
    return SecretKeyFactory.getInstance("PBKDF2WithHmac" + hash)
        .generateSecret(new PBEKeySpec(password.toCharArray(), salt, rounds, keyBits))
        .getEncoded();
  }

  /** RFC 8018, B.1.2. */
  private static String hash(String oid) throws GeneralSecurityException {
    return switch (oid) {
      case "1.2.840.113549.2.7" -> "SHA1";
      case "1.2.840.113549.2.8" -> "SHA224";
      case "1.2.840.113549.2.9" -> "SHA256";
      case "1.2.840.113549.2.10" -> "SHA384";
      case "1.2.840.113549.2.11" -> "SHA512";
      default -> throw new UnknownEncryption(oid);
    };
  }

  private record Form(String algorithm, int keyBits) {

    static Form of(String oid) throws GeneralSecurityException {
      return switch (oid) {
        case "2.16.840.1.101.3.4.1.2" -> new Form("AES", 128);
        case "2.16.840.1.101.3.4.1.22" -> new Form("AES", 192);
        case "2.16.840.1.101.3.4.1.42" -> new Form("AES", 256);
        case "1.2.840.113549.3.7" -> new Form("DESede", 192);
        default -> throw new UnknownEncryption(oid);
      };
    }
  }
}
