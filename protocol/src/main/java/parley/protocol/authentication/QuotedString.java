package parley.protocol.authentication;

import java.util.Optional;
import parley.protocol.deflate.FieldScanner;

/** Text in double quotes (RFC 9110, 5.6.4). */
final class QuotedString {

  private QuotedString() {}

  static String of(String value) {
    return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /** The text behind an opening quote that was taken; empty when it has no end. */
  static Optional<String> rest(FieldScanner in) {
    var text = new StringBuilder();
    while (!in.isAtEnd()) {
      if (in.take('"')) {
        return Optional.of(text.toString());
      }
      in.take('\\');
      if (!in.isAtEnd()) {
        text.append(in.next());
      }
    }
    return Optional.empty();
  }
}
