package parley.cli.prompt;

/** Tells whether a typed text is the beginning of a JSON value that goes on. */
final class JsonBalance {

  private JsonBalance() {}

  /** Whether {@code text} begins with a bracket and some bracket or string of it is still open. */
  static boolean isUnfinished(String text) {
    var start = text.stripLeading();
    return (start.startsWith("{") || start.startsWith("[")) && openAtEnd(start);
  }

  private static boolean openAtEnd(String text) {
    var depth = 0;
    var inString = false;
    for (var i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '"' -> inString = !inString;
        case '\\' -> i += inString ? 1 : 0;
        case '{', '[' -> depth += inString ? 0 : 1;
        case '}', ']' -> depth -= inString ? 0 : 1;
        default -> {}
      }
    }
    return depth > 0 || inString;
  }
}
