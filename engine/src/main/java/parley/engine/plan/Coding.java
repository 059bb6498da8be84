package parley.engine.plan;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import parley.protocol.frame.Bytes;

/** How a text in a file stands for bytes; white space says nothing but in plain text. */
enum Coding {
  UTF8("a text"),
  HEX("hex digits in pairs, such as 00 ff"),
  BASE64("base64, such as AAEC");

  private final String phrase;

  Coding(String phrase) {
    this.phrase = phrase;
  }

  /** As messages say it. */
  String phrase() {
    return phrase;
  }

  /** The bytes that {@code text} stands for; empty where it stands for none. */
  Optional<Bytes> decode(String text) {
    try {
      return Optional.of(
          switch (this) {
            case UTF8 -> Bytes.utf8(text);
            case HEX -> Bytes.of(HexFormat.of().parseHex(tight(text)));
            case BASE64 -> Bytes.of(Base64.getDecoder().decode(tight(text)));
          });
    } catch (IllegalArgumentException wrong) {
      return Optional.empty();
    }
  }

  private static String tight(String text) {
    return text.replaceAll("\\s+", "");
  }
}
