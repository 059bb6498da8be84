package parley.transport.connect;

import org.jspecify.annotations.Nullable;
import parley.model.connection.Cause;
import parley.model.connection.TokenFacts;

/** What came of asking an authorization server for a token. */
public sealed interface TokenFetch {

  /** It is at hand now. */
  record Fetched(TokenFacts token) implements TokenFetch {}

  /**
   * There is none.
   *
   * @param answerOrNull what the server answered, if it did
   */
  record Failed(Cause cause, String text, @Nullable TokenFacts answerOrNull)
      implements TokenFetch {}
}
