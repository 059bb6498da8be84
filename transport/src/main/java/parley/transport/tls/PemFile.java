package parley.transport.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import parley.protocol.frame.Bytes;

/** A file of PEM blocks (RFC 7468). */
public final class PemFile {

  private record Block(String label, Bytes content) {
    byte[] der() {
      return content.toArray();
    }
  }

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");

  private static final List<String> KEY_ALGORITHMS = List.of("EC", "RSA", "EdDSA", "RSASSA-PSS");

  private final Path file;
  private final List<Block> blocks;

  private PemFile(Path file, List<Block> blocks) {
    this.file = file;
    this.blocks = blocks;
  }

  /** Reads the blocks of {@code file}; there is at least one. */
  public static PemFile read(Path file) throws UnusableFile {
    var bytes = UnusableFile.readAll(file);
    var blocks = new ArrayList<Block>();
    var matcher = BLOCK.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
    while (matcher.find()) {
      blocks.add(new Block(matcher.group(1), Bytes.of(decode(file, matcher.group(2)))));
    }
    if (blocks.isEmpty()) {
      throw new UnusableFile(file, "is not PEM: " + whatElse(bytes));
    }
    return new PemFile(file, blocks);
  }

  private static byte[] decode(Path file, String base64) throws UnusableFile {
    try {
      return Base64.getMimeDecoder().decode(base64);
    } catch (IllegalArgumentException broken) {
      throw new UnusableFile(file, "a PEM block is not Base64", broken);
    }
  }

  private static String whatElse(byte[] bytes) {
    return bytes.length > 0 && bytes[0] == 0x30
        ? "found binary DER or PKCS#12; convert a certificate with 'openssl x509 -inform der',"
            + " a key with 'openssl pkcs8 -inform der -topk8 -nodes'"
        : "expected text with '-----BEGIN ...-----'";
  }

  /** The certificates in their order, at least one. */
  public List<X509Certificate> certificates() throws UnusableFile {
    var found = new ArrayList<X509Certificate>();
    for (var block : blocks) {
      if (block.label().endsWith("CERTIFICATE")) {
        found.add(certificate(block));
      }
    }
    if (found.isEmpty()) {
      throw new UnusableFile(file, "expected a CERTIFICATE block, found " + labels());
    }
    return found;
  }

  private X509Certificate certificate(Block block) throws UnusableFile {
    try {
      var factory = CertificateFactory.getInstance("X.509");
      return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block.der()));
    } catch (CertificateException broken) {
      throw new UnusableFile(file, "holds a damaged certificate: " + broken.getMessage(), broken);
    }
  }

  private String labels() {
    return blocks.stream().map(Block::label).distinct().collect(Collectors.joining(", "));
  }

  /** The private key, which is not encrypted. */
  public PrivateKey privateKey() throws UnusableFile {
    var block = keyBlock();
    if (block.label().equals("ENCRYPTED PRIVATE KEY")) {
      throw new UnusableFile(file, "the private key is encrypted: give its password");
    }
    return plainKey(block);
  }

  /** The private key, decrypted when it is encrypted. */
  public PrivateKey privateKey(String password) throws UnusableFile {
    var block = keyBlock();
    return block.label().equals("ENCRYPTED PRIVATE KEY")
        ? toKey(decrypt(block, password))
        : plainKey(block);
  }

  private Block keyBlock() throws UnusableFile {
    return blocks.stream()
        .filter(block -> block.label().endsWith("PRIVATE KEY"))
        .findFirst()
        .orElseThrow(
            () -> new UnusableFile(file, "expected a PRIVATE KEY block, found " + labels()));
  }

  private PrivateKey plainKey(Block block) throws UnusableFile {
    if (!block.label().equals("PRIVATE KEY")) {
      throw new UnusableFile(
          file,
          "the key is in the older form '%s', expected PKCS#8 ('PRIVATE KEY'); convert it with"
                  .formatted(block.label())
              + " 'openssl pkcs8 -topk8 -nodes -in %s -out key.pem'".formatted(file));
    }
    return toKey(new PKCS8EncodedKeySpec(block.der()));
  }

  private PKCS8EncodedKeySpec decrypt(Block block, String password) throws UnusableFile {
    try {
      var encrypted = new EncryptedPrivateKeyInfo(block.der());
      // For PBES2 the scheme with its ciphers is the text of the parameters (RFC 8018, A.4).
      var parameters = encrypted.getAlgParameters();
      var scheme = parameters == null ? encrypted.getAlgName() : parameters.toString();
      var secret =
          SecretKeyFactory.getInstance(scheme)
              .generateSecret(new PBEKeySpec(password.toCharArray()));
      var cipher = Cipher.getInstance(scheme);
      cipher.init(Cipher.DECRYPT_MODE, secret, parameters);
      return encrypted.getKeySpec(cipher);
    } catch (GeneralSecurityException | IOException wrong) {
      throw new UnusableFile(file, "the password does not open the private key", wrong);
    }
  }

  /** The algorithm stands inside the key, where the JDK has no public way to read it: try all. */
  private PrivateKey toKey(PKCS8EncodedKeySpec spec) throws UnusableFile {
    for (var algorithm : KEY_ALGORITHMS) {
      var key = toKey(algorithm, spec);
      if (key.isPresent()) {
        return key.get();
      }
    }
    throw new UnusableFile(
        file, "the private key is damaged or none of " + String.join(", ", KEY_ALGORITHMS));
  }

  private static Optional<PrivateKey> toKey(String algorithm, PKCS8EncodedKeySpec spec) {
    try {
      return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(spec));
    } catch (GeneralSecurityException another) {
      return Optional.empty();
    }
  }
}
