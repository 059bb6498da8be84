package parley.interop;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import parley.protocol.frame.Bytes;

/** The lines that scripts are talked to with: words of base64, {@code =} for an empty one. */
final class Words {

  private static final String EMPTY = "=";

  private Words() {}

  static String of(Bytes bytes) {
    return bytes.isEmpty() ? EMPTY : Base64.getEncoder().encodeToString(bytes.toArray());
  }

  static String of(String text) {
    return of(Bytes.utf8(text));
  }

  static String of(String... texts) {
    return Arrays.stream(texts).map(Words::of).collect(Collectors.joining(" "));
  }

  static Bytes bytes(String word) {
    return word.equals(EMPTY) ? Bytes.EMPTY : Bytes.of(Base64.getDecoder().decode(word));
  }

  static String text(String word) {
    return new String(bytes(word).toArray(), StandardCharsets.UTF_8);
  }

  /** Reads what a script says that it heard. */
  static Heard heard(List<String> words) {
    return switch (words.getFirst()) {
      case "open" -> new Heard.Opened(text(words.get(1)), text(words.get(2)));
      case "text" -> new Heard.Text(text(words.get(1)));
      case "binary" -> new Heard.Binary(bytes(words.get(1)));
      case "ping" -> new Heard.Ping(text(words.get(1)));
      case "pong" -> new Heard.Pong(text(words.get(1)));
      case "closed" -> new Heard.Closed(Integer.parseInt(words.get(1)), text(words.get(2)));
      case "failed" -> new Heard.Failed(text(words.get(1)));
      default -> throw new IllegalArgumentException(words.toString());
    };
  }
}
