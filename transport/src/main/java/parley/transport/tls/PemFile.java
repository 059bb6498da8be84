package parley.transport.tls;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import parley.protocol.frame.Bytes;

/** A file of PEM blocks (RFC 7468). */
public final class PemFile {

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);

  private static final Pattern HEADER =
      Pattern.compile("^([A-Za-z-]+): *([^\r\n]*)$", Pattern.MULTILINE);

  private static final List<String> KEY_ALGORITHMS = List.of("EC", "RSA", "EdDSA", "RSASSA-PSS");

  private final Path file;
  private final List<PemBlock> blocks;

  private PemFile(Path file, List<PemBlock> blocks) {
    this.file = file;
    this.blocks = blocks;
  }

  /** Reads the blocks of {@code file}; there is at least one. */
  public static PemFile read(Path file) throws UnusableFile {
    var bytes = UnusableFile.readAll(file);
    var blocks = new ArrayList<PemBlock>();
    var matcher = BLOCK.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
    while (matcher.find()) {
      blocks.add(block(file, matcher.group(1), matcher.group(2)));
    }
    if (blocks.isEmpty()) {
      throw new UnusableFile(file, "is not PEM: " + whatElse(bytes));
    }
    return new PemFile(file, blocks);
  }

  private static PemBlock block(Path file, String label, String text) throws UnusableFile {
    var headers = new HashMap<String, String>();
    var matcher = HEADER.matcher(text);
    var begin = 0;
    while (matcher.find()) {
      headers.put(matcher.group(1), matcher.group(2).strip());
      begin = matcher.end();
    }
    return new PemBlock(label, headers, Bytes.of(decode(file, text.substring(begin))));
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

  private X509Certificate certificate(PemBlock block) throws UnusableFile {
    try {
      var factory = CertificateFactory.getInstance("X.509");
      return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block.der()));
    } catch (CertificateException broken) {
      throw new UnusableFile(file, "holds a damaged certificate: " + broken.getMessage(), broken);
    }
  }

  private String labels() {
    return blocks.stream().map(PemBlock::label).distinct().collect(Collectors.joining(", "));
  }

  /** The public keys, be they by themselves or in certificates, at least one. */
  List<PublicKey> publicKeys() throws UnusableFile {
    var found = new ArrayList<PublicKey>();
    for (var block : blocks) {
      if (block.label().equals("PUBLIC KEY")) {
        found.add(publicKey(block));
      }
    }
    return found.isEmpty()
        ? certificates().stream().limit(1).map(X509Certificate::getPublicKey).toList()
        : found;
  }

  private PublicKey publicKey(PemBlock block) throws UnusableFile {
    var spec = new X509EncodedKeySpec(block.der());
    return KEY_ALGORITHMS.stream()
        .flatMap(algorithm -> publicKey(algorithm, spec).stream())
        .findFirst()
        .orElseThrow(() -> new UnusableFile(file, "holds a damaged public key"));
  }

  private static Optional<PublicKey> publicKey(String algorithm, X509EncodedKeySpec spec) {
    try {
      return Optional.of(KeyFactory.getInstance(algorithm).generatePublic(spec));
    } catch (GeneralSecurityException another) {
      return Optional.empty();
    }
  }

  /** The private key, which is not encrypted. */
  public PrivateKey privateKey() throws UnusableFile {
    return key().read();
  }

  /** The private key, decrypted when it is encrypted. */
  public PrivateKey privateKey(String password) throws UnusableFile {
    return key().read(password);
  }

  private PemKey key() throws UnusableFile {
    var found =
        blocks.stream()
            .filter(PemBlock::isKey)
            .findFirst()
            .orElseThrow(() ->
                new UnusableFile(
                    file,
                    "expected a PRIVATE KEY block, found "
                        + labels()
                        + "; a key that is in a file of its own has to be named, too"));
    var parameters = blocks.stream().filter(one -> one.label().equals("EC PARAMETERS")).findFirst();
    return new PemKey(file, found, parameters.orElse(null));
  }
}
