package parley.engine.function;

import static parley.engine.function.Function.define;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.Value;

/** Hashes, message authentication codes and JSON web tokens. */
final class HashFunctions {

  private static final Map<String, String> MACS =
      Map.of("md5", "HmacMD5", "sha1", "HmacSHA1", "sha256", "HmacSHA256", "sha512", "HmacSHA512");

  private HashFunctions() {}

  static List<Function> all() {
    return List.of(
        hash("md5", "MD5"),
        hash("sha1", "SHA-1"),
        hash("sha256", "SHA-256"),
        hash("sha512", "SHA-512"),
        define(
            "hmac(hash: text, key: text, text: text, encoding: text?): text", HashFunctions::hmac),
        define("jwtSign(claims: map, key: text): text", HashFunctions::jwtSign),
        define("jwtDecode(token: text): map", HashFunctions::jwtDecode));
  }

  private static Function hash(String name, String algorithm) {
    return define(
        name + "(text: text, from: text?, to: text?): text",
        in ->
            encoded(
                in,
                in.text(2, "hex"),
                in.text(1, "utf-8"),
                in.text(0),
                bytes -> digest(algorithm, bytes)));
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

  private static byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static Result hmac(Arguments in) {
    var algorithm = MACS.get(in.text(0));
    if (algorithm == null) {
      return in.fault("found %s, expected md5, sha1, sha256 or sha512".formatted(in.text(0)));
    }
    return in.text(1).isEmpty()
        ? in.fault("key of hmac() is empty")
        : encoded(
            in, in.text(3, "hex"), "utf-8", in.text(2), bytes -> mac(algorithm, in.text(1), bytes));
  }

  private static byte[] mac(String algorithm, String key, byte[] bytes) {
    try {
      var mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** RFC 7519 and RFC 7515 with HS256. */
  private static Result jwtSign(Arguments in) {
    if (in.text(1).isEmpty()) {
      return in.fault("key of jwtSign() is empty");
    }
    if (!(in.json(in.value(0)) instanceof Result.Of claims)) {
      return in.fault(
          "claims of jwtSign() exceed the limit of %d characters".formatted(Arguments.MAX_TEXT));
    }
    var payload = ((Value.Text) claims.value()).text();
    var signed = part("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + part(payload);
    var signature = mac("HmacSHA256", in.text(1), signed.getBytes(StandardCharsets.UTF_8));
    return in.bounded(signed + "." + Codec.BASE64URL.encode(signature));
  }

  private static String part(String json) {
    return Codec.BASE64URL.encode(json.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads without checking the signature. */
  private static Result jwtDecode(Arguments in) {
    var parts = in.text(0).split("\\.", -1);
    var header = json(parts[0]);
    var claims = json(parts[Math.min(1, parts.length - 1)]);
    if (parts.length != 3 || header.isEmpty() || claims.isEmpty()) {
      return in.fault("the text is no JSON web token: three parts of base64url, two of them JSON");
    }
    var token = new LinkedHashMap<String, Value>();
    token.put("header", header.get());
    token.put("claims", claims.get());
    token.put("signature", Value.of(parts[2]));
    return Result.of(Value.of(token));
  }

  private static Optional<Value> json(String part) {
    return Codec.BASE64URL
        .decode(part)
        .map(bytes -> JsonReader.read(Codec.UTF8.encode(bytes)))
        .flatMap(reading ->
            reading instanceof JsonReading.Read(var value) ? Optional.of(value) : Optional.empty());
  }
}
