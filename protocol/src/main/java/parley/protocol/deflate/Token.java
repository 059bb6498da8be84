package parley.protocol.deflate;

/** The words of HTTP's grammar (RFC 9110, 5.6.2). */
public final class Token {

  private static final String CHARACTERS =
      "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private Token() {}

  /** Whether {@code character} may stand in a token. */
  public static boolean isCharacter(int character) {
    return CHARACTERS.indexOf(character) >= 0;
  }

  /** Whether {@code text} is a token: not empty, and of token characters only. */
  public static boolean isToken(String text) {
    return !text.isEmpty() && text.chars().allMatch(Token::isCharacter);
  }
}
