package parley.protocol.cookie;

/** What became of one Set-Cookie line. */
public sealed interface Verdict {

  /** It is in the jar. */
  record Kept(Cookie cookie) implements Verdict {}

  /** It had expired when it came, so one of its name left the jar, if there was one. */
  record Removed(Cookie cookie) implements Verdict {}

  /**
   * The rules forbid to keep it.
   *
   * @param name empty when none could be read
   * @param why a clause, such as {@code it is Secure and came without TLS}
   */
  record Ignored(String name, String why) implements Verdict {}
}
