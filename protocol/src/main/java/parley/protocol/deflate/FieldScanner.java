package parley.protocol.deflate;

/** Reads the value of a header field from left to right (RFC 9110, 5.6). One thread at a time. */
public final class FieldScanner {

  private static final int SHOWN_CHARACTERS = 40;

  private final String text;
  private int at;

  /** Starts at the first character of {@code text}. */
  public FieldScanner(String text) {
    this.text = text;
  }

  /** Where the next character stands, for {@link #backTo}. */
  public int position() {
    return at;
  }

  /** Goes back to where {@link #position} was. */
  public void backTo(int position) {
    at = position;
  }

  public boolean isAtEnd() {
    return at == text.length();
  }

  /** Whether an element of a list ends here (RFC 9110, 5.6.1). */
  public boolean isAtElementEnd() {
    return isAtEnd() || text.charAt(at) == ',';
  }

  /** The next character, which is taken; not at the end. */
  public char next() {
    return text.charAt(at++);
  }

  /** Takes the next character if it is {@code wanted}. */
  public boolean take(char wanted) {
    var found = !isAtEnd() && text.charAt(at) == wanted;
    if (found) {
      at++;
    }
    return found;
  }

  /** Takes the characters of a token; empty when there is none here. */
  public String token() {
    var start = at;
    while (!isAtEnd() && Token.isCharacter(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  /** Takes one character of a token; empty when there is none here. */
  public String character() {
    return isAtEnd() || !Token.isCharacter(text.charAt(at))
        ? ""
        : String.valueOf(text.charAt(at++));
  }

  /** Takes spaces and tabs, and says whether there were any. */
  public boolean skipSpace() {
    var start = at;
    while (!isAtEnd() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at > start;
  }

  /** Says that {@code what} should stand here, and what does. */
  public String expected(String what) {
    var rest = text.substring(at, Math.min(text.length(), at + SHOWN_CHARACTERS));
    return "expected " + what + (rest.isEmpty() ? " at the end" : " before \"" + rest + "\"");
  }
}
