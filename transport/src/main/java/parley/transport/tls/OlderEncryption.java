package parley.transport.tls;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * How OpenSSL encrypts keys in its older form (RFC 1421, and {@code EVP_BytesToKey} with MD5): the
 * header {@code DEK-Info} has the cipher and the initialization vector.
 */
final class OlderEncryption {

  private OlderEncryption() {}

  static byte[] decrypt(String info, byte[] content, String password)
      throws GeneralSecurityException {
    var comma = info.indexOf(',');
    if (comma < 0) {
      throw new GeneralSecurityException("DEK-Info without an initialization vector");
    }
    var form = Form.of(info.substring(0, comma).strip());
    var vector = HexFormat.of().parseHex(info.substring(comma + 1).strip());
    var secret = password.getBytes(StandardCharsets.UTF_8);
    var key = new SecretKeySpec(key(secret, vector, form.keyBytes()), form.algorithm());
    var cipher = Cipher.getInstance(form.algorithm() + "/CBC/PKCS5Padding");
    cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(vector));
    return cipher.doFinal(content);
  }

  private record Form(String algorithm, int keyBytes) {

    static Form of(String name) throws GeneralSecurityException {
      return switch (name) {
        case "AES-128-CBC" -> new Form("AES", 16);
        case "AES-192-CBC" -> new Form("AES", 24);
        case "AES-256-CBC" -> new Form("AES", 32);
        case "DES-EDE3-CBC" -> new Form("DESede", 24);
        case "DES-CBC" -> new Form("DES", 8);
        default -> throw new UnknownEncryption(name);
      };
    }
  }

  private static byte[] key(byte[] password, byte[] vector, int length)
      throws GeneralSecurityException {
    var digest = MessageDigest.getInstance("MD5");
    var key = new byte[length];
    var last = new byte[0];
    for (var from = 0; from < length; from += last.length) {
      digest.update(last);
      digest.update(password);
      digest.update(vector, 0, 8);
      last = digest.digest();
      System.arraycopy(last, 0, key, from, Math.min(last.length, length - from));
    }
    Arrays.fill(last, (byte) 0);
    return key;
  }
}
