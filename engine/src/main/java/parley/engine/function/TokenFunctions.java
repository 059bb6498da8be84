package parley.engine.function;

import static parley.engine.function.Function.define;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.JsonWriter;
import parley.model.value.Value;

/** JSON web tokens (RFC 7519), signed as RFC 7515 says. */
final class TokenFunctions {

  private static final String NO_TOKEN =
      "the text is no JSON web token: three parts of base64url, two of them JSON";

  private TokenFunctions() {}

  static List<Function> all() {
    return List.of(
        define("jwtSign(claims: map, key: text, algorithm: text?): text", TokenFunctions::sign),
        define("jwtDecode(token: text): map", TokenFunctions::decode),
        define("jwtVerify(token: text, key: text): boolean", TokenFunctions::verify));
  }

  private static Result sign(Arguments in) {
    var algorithm = TokenAlgorithm.named(in.text(2, "HS256"));
    if (algorithm.isEmpty()) {
      return in.fault("found %s, expected %s".formatted(in.text(2), TokenAlgorithm.NAMES));
    }
    if (in.text(1).isEmpty()) {
      return in.fault("key of jwtSign() is empty");
    }
    var claims = JsonWriter.begin(in.value(0), Arguments.MAX_TEXT + 1);
    if (claims.length() > Arguments.MAX_TEXT) {
      return in.fault(
          "claims of jwtSign() exceed the limit of %d characters".formatted(Arguments.MAX_TEXT));
    }
    var header = "{\"alg\":\"%s\",\"typ\":\"JWT\"}".formatted(algorithm.get());
    var signed = part(header) + "." + part(claims);
    return algorithm
        .get()
        .sign(in.text(1), bytes(signed))
        .map(signature -> in.bounded(signed + "." + Codec.BASE64URL.encode(signature)))
        .orElseGet(() ->
            in.fault(
                "key of jwtSign() is no %s, which %s takes"
                    .formatted(algorithm.get().privateKey(), algorithm.get())));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String part(String json) {
    return Codec.BASE64URL.encode(bytes(json));
  }

  /** What a token is made of. */
  private record Token(Value header, Value claims, String signed, String signature) {

    static Optional<Token> parse(String text) {
      var parts = text.split("\\.", -1);
      var header = json(parts[0]);
      var claims = json(parts[Math.min(1, parts.length - 1)]);
      return parts.length == 3 && header.isPresent() && claims.isPresent()
          ? Optional.of(new Token(header.get(), claims.get(), parts[0] + "." + parts[1], parts[2]))
          : Optional.empty();
    }

    private static Optional<Value> json(String part) {
      return Codec.BASE64URL
          .decode(part)
          .map(bytes -> JsonReader.read(Codec.UTF8.encode(bytes)))
          .flatMap(reading ->
              reading instanceof JsonReading.Read(var value)
                  ? Optional.of(value)
                  : Optional.empty());
    }

    /** The algorithm that the header names; empty for none that is known. */
    Optional<TokenAlgorithm> algorithm() {
      return header instanceof Value.Fields(var fields)
              && fields.get("alg") instanceof Value.Text(var name)
          ? TokenAlgorithm.named(name)
          : Optional.empty();
    }
  }

  /** Reads without checking the signature. */
  private static Result decode(Arguments in) {
    return Token.parse(in.text(0))
        .map(token -> {
          var parts = new LinkedHashMap<String, Value>();
          parts.put("header", token.header());
          parts.put("claims", token.claims());
          parts.put("signature", Value.of(token.signature()));
          return Result.of(Value.of(parts));
        })
        .orElseGet(() -> in.fault(NO_TOKEN));
  }

  /** Whether the signature is right; times are the claims' affair. */
  private static Result verify(Arguments in) {
    return Token.parse(in.text(0))
        .map(token ->
            Result.of(
                token
                    .algorithm()
                    .filter(algorithm ->
                        Codec.BASE64URL
                            .decode(token.signature())
                            .filter(signature ->
                                algorithm.verifies(in.text(1), bytes(token.signed()), signature))
                            .isPresent())
                    .isPresent()))
        .orElseGet(() -> in.fault(NO_TOKEN));
  }
}
