package parley.engine.function;

import static parley.engine.function.Function.define;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Texts that stand for bytes, and gzip. */
final class CodeFunctions {

  private CodeFunctions() {}

  static List<Function> all() {
    return List.of(
        encoder("base64Encode", Codec.BASE64),
        decoder("base64Decode", Codec.BASE64),
        encoder("base64UrlEncode", Codec.BASE64URL),
        decoder("base64UrlDecode", Codec.BASE64URL),
        encoder("hexEncode", Codec.HEX),
        decoder("hexDecode", Codec.HEX),
        define("hexToBase64(hex: text): text", CodeFunctions::hexToBase64),
        define("hexToNumber(hex: text): number", CodeFunctions::hexToNumber),
        define("numberToHex(number: whole, digits: whole?): text", CodeFunctions::numberToHex),
        define("gzip(text: text): text", CodeFunctions::gzip),
        define("gunzip(base64: text): text", CodeFunctions::gunzip).unsteady());
  }

  private static Function encoder(String name, Codec codec) {
    return define(
        name + "(text: text): text",
        in -> in.bounded(codec.encode(in.text(0).getBytes(StandardCharsets.UTF_8))));
  }

  private static Function decoder(String name, Codec codec) {
    return define(
        name + "(text: text): text",
        in ->
            codec
                .decode(in.text(0))
                .map(bytes -> text(in, bytes))
                .orElseGet(() -> in.fault("the text is not " + codec.word())));
  }

  private static Result text(Arguments in, byte[] bytes) {
    return Codec.isText(bytes)
        ? Result.of(Codec.UTF8.encode(bytes))
        : in.fault("the bytes are not UTF-8");
  }

  private static Result hexToBase64(Arguments in) {
    return Codec.HEX
        .decode(in.text(0))
        .map(bytes -> Result.of(Codec.BASE64.encode(bytes)))
        .orElseGet(() -> in.fault("the text is not hex"));
  }

  private static Result hexToNumber(Arguments in) {
    return Codec.HEX
        .decode(in.text(0))
        .map(bytes -> NumberFunctions.number(in, new BigDecimal(new BigInteger(1, bytes))))
        .orElseGet(() -> in.fault("the text is not hex"));
  }

  private static Result numberToHex(Arguments in) {
    var number = in.whole(0, 0);
    var digits = in.whole(1, 0);
    if (number < 0) {
      return in.fault("number of numberToHex() is " + number + ", expected at least 0");
    }
    var hex = Long.toHexString(number);
    if (digits == 0) {
      return Result.of(hex.length() % 2 == 0 ? hex : "0" + hex);
    }
    return digits < hex.length() || digits > 16
        ? in.fault(
            "digits of numberToHex() is %d, expected %d to 16".formatted(digits, hex.length()))
        : Result.of("0".repeat((int) digits - hex.length()) + hex);
  }

  private static Result gzip(Arguments in) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(in.text(0).getBytes(StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Result.of(Codec.BASE64.encode(out.toByteArray()));
  }

  private static Result gunzip(Arguments in) {
    return Codec.BASE64
        .decode(in.text(0))
        .map(bytes -> inflated(in, bytes))
        .orElseGet(() -> in.fault("the text is not base64"));
  }

  private static Result inflated(Arguments in, byte[] bytes) {
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      var inflated = gzip.readNBytes(Arguments.MAX_TEXT + 1);
      return inflated.length > Arguments.MAX_TEXT
          ? in.fault("what gunzip() makes exceeds the limit of 16MB")
          : text(in, inflated);
    } catch (IOException wrong) {
      return in.fault("the bytes are not gzip");
    }
  }
}
