package parley.engine.plan;

import java.nio.ByteBuffer;
import parley.engine.expression.Scope;

/**
 * What a check or an extraction looks at: variables, {@code $}, the message that {@code text},
 * {@code kind} and {@code size} speak of, and the connection. One thread at a time; all of it lent.
 */
public interface MessageSight {

  /** The variables, and {@code $}: one message, or the array of several. */
  Scope scope();

  /**
   * The number in the transcript of the message at {@code index} of those looked at; 0 for none.
   */
  long number(int index);

  /** Whether there is exactly one message. */
  boolean hasMessage();

  /** Whether the message is text; else it is binary. */
  boolean isText();

  /** The message's bytes. */
  ByteBuffer payload();

  /** The connection. */
  Facts facts();
}
