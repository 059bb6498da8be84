package parley.files.complete;

import java.util.Optional;

/** Finds the name that is typed in a template. */
final class TemplateEnd {

  private TemplateEnd() {}

  /** Where the name begins that ends at {@code offset}, when that is in an open template. */
  static Optional<Integer> before(String text, int offset) {
    var line = text.lastIndexOf('\n', offset - 1) + 1;
    var opening = text.lastIndexOf("{{", offset - 2);
    var inside = opening >= line && opening + 2 <= offset;
    if (!inside || text.substring(opening, offset).contains("}}") || isEscaped(text, opening)) {
      return Optional.empty();
    }
    var at = offset;
    while (at > opening + 2 && isNamePart(text.charAt(at - 1))) {
      at--;
    }
    return Optional.of(at);
  }

  private static boolean isEscaped(String text, int opening) {
    return opening > 0 && text.charAt(opening - 1) == '\\';
  }

  static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || "_$.-".indexOf(c) >= 0;
  }
}
