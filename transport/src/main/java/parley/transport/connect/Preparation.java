package parley.transport.connect;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.model.connection.Cause;
import parley.model.connection.ConnectSpec;
import parley.model.connection.Evidence;
import parley.model.connection.TokenFacts;

/**
 * The step before each dial: what the request must carry beside what is asked for, such as a token
 * or a signature. On the loop's thread; what waits answers later, on that thread.
 */
interface Preparation {

  /** Sends what is asked for. */
  Preparation NONE = (spec, then) -> then.accept(new Outcome.Ready(Proof.NONE));

  /**
   * Prepares one dial.
   *
   * @param spec with the URL of this dial and what may be told to its server
   * @param then to be called once, at once or later; not waited for beyond the connect timeout
   */
  void prepare(ConnectSpec spec, Consumer<Outcome> then);

  /** What came of it. */
  sealed interface Outcome {

    /** Go ahead. */
    record Ready(Proof proof) implements Outcome {}

    /**
     * There is no token, so there is nothing to send: fails the attempt at its stage TOKEN.
     *
     * @param seenOrNull on the way to the authorization server, if one was gone
     */
    record Unready(Cause cause, String text, TokenFacts token, @Nullable Evidence seenOrNull)
        implements Outcome {}
  }
}
