package parley.engine.function;

import static parley.engine.function.Function.define;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Hashes and message authentication codes. */
final class HashFunctions {

  private static final Map<String, String> MACS =
      Map.of(
          "md5", "HmacMD5",
          "sha1", "HmacSHA1",
          "sha256", "HmacSHA256",
          "sha384", "HmacSHA384",
          "sha512", "HmacSHA512");

  private HashFunctions() {}

  static List<Function> all() {
    return List.of(
        hash(Checksum.MD5),
        hash(Checksum.SHA1),
        hash(Checksum.SHA256),
        hash(Checksum.SHA384),
        hash(Checksum.SHA512),
        define("crc32(text: text, from: encoding?): text", HashFunctions::crc32),
        define(
            "hmac(hash: hash, key: text, text: text, encoding: encoding?): text",
            HashFunctions::hmac));
  }

  /** Whether codes can be made with that hash. */
  static boolean isKnown(String hash) {
    return MACS.containsKey(hash);
  }

  private static Function hash(Checksum checksum) {
    return define(
        checksum.word() + "(text: text, from: encoding?, to: encoding?): text",
        in -> encoded(in, in.text(2, "hex"), in.text(1, "utf-8"), in.text(0), checksum::of));
  }

  private static Result encoded(
      Arguments in, String to, String from, String text, UnaryOperator<byte[]> hash) {
    var source = Codec.named(from);
    var target = Codec.named(to);
    if (source.isEmpty() || target.isEmpty()) {
      return in.fault("found %s and %s, expected %s".formatted(from, to, Codec.NAMES));
    }
    return source
        .get()
        .decode(text)
        .map(bytes -> in.bounded(target.get().encode(hash.apply(bytes))))
        .orElseGet(() -> in.fault("the text is not " + from));
  }

  private static Result hmac(Arguments in) {
    var algorithm = MACS.get(in.text(0));
    if (algorithm == null) {
      return in.fault(
          "found %s, expected md5, sha1, sha256, sha384 or sha512".formatted(in.text(0)));
    }
    return in.text(1).isEmpty()
        ? in.fault("key of hmac() is empty")
        : encoded(
            in, in.text(3, "hex"), "utf-8", in.text(2), bytes -> mac(algorithm, in.text(1), bytes));
  }

  private static Result crc32(Arguments in) {
    return encoded(in, "hex", in.text(1, "utf-8"), in.text(0), Checksum.CRC32::of);
  }

  /** A message authentication code by one of Java's algorithms. */
  static byte[] mac(String algorithm, String key, byte[] bytes) {
    try {
      var mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
