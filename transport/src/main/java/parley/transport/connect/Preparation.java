package parley.transport.connect;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.model.connection.Cause;
import parley.model.connection.ConnectSpec;
import parley.model.connection.TokenFacts;

/**
 * The step before each dial: makes of what is asked for what is really sent, such as with a token
 * or a signature. On the loop's thread; what waits answers later, on that thread.
 */
interface Preparation {

  /** Sends what is asked for. */
  Preparation NONE = (spec, then) -> then.accept(new Outcome.Ready(spec, null));

  /**
   * Prepares one dial.
   *
   * @param spec with the URL of this dial and what may be told to its server
   * @param then to be called once, at once or later; not waited for beyond the connect timeout
   */
  void prepare(ConnectSpec spec, Consumer<Outcome> then);

  /** What came of it. */
  sealed interface Outcome {

    /**
     * Go ahead.
     *
     * @param tokenOrNull of the token that {@code spec} carries
     */
    record Ready(ConnectSpec spec, @Nullable TokenFacts tokenOrNull) implements Outcome {}

    /** There is no token, so there is nothing to send: fails the attempt at its stage TOKEN. */
    record Unready(Cause cause, String text) implements Outcome {}
  }
}
