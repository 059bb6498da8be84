package parley.engine.function;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import parley.protocol.frame.Bytes;

/** How a text stands for bytes. */
enum Codec {
  UTF8("utf-8"),
  HEX("hex"),
  BASE64("base64"),
  BASE64URL("base64url");

  /** How users name them all, for messages. */
  static final String NAMES = "utf-8, hex, base64 or base64url";

  private final String word;

  Codec(String word) {
    this.word = word;
  }

  static Optional<Codec> named(String word) {
    return Stream.of(values()).filter(one -> one.word.equals(word)).findFirst();
  }

  String word() {
    return word;
  }

  /** The text for {@code bytes}; for UTF-8, U+FFFD in place of what is not. */
  String encode(byte[] bytes) {
    return switch (this) {
      case UTF8 -> Bytes.of(bytes).toText();
      case HEX -> HexFormat.of().formatHex(bytes);
      case BASE64 -> Base64.getEncoder().encodeToString(bytes);
      case BASE64URL -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    };
  }

  /** The bytes for {@code text}; empty where it is none of these. */
  Optional<byte[]> decode(String text) {
    try {
      return Optional.of(decodeOrThrow(text));
    } catch (IllegalArgumentException wrong) {
      return Optional.empty();
    }
  }

  private byte[] decodeOrThrow(String text) {
    return switch (this) {
      case UTF8 -> text.getBytes(StandardCharsets.UTF_8);
      case HEX -> HexFormat.of().parseHex(text);
      case BASE64 -> Base64.getDecoder().decode(text);
      case BASE64URL -> Base64.getUrlDecoder().decode(text);
    };
  }

  /** Whether {@code bytes} are a text by themselves. */
  static boolean isText(byte[] bytes) {
    return Bytes.copyOf(ByteBuffer.wrap(bytes)).isUtf8();
  }
}
