package parley.engine.plan;

import parley.engine.expression.Scope;
import parley.model.collection.Message;
import parley.protocol.frame.ByteSize;
import parley.protocol.frame.Bytes;

/** A message, compiled: immutable, shared by all sessions. */
public final class MessagePlan {

  private final Message message;

  private MessagePlan(Message message) {
    this.message = message;
  }

  /**
   * Compiles {@code message}; what is wrong with it goes to {@code compiling}.
   *
   * @param fragment the largest payload of one frame; zero for one frame whatever the size
   */
  public static MessagePlan of(Message message, ByteSize fragment, Compiling compiling) {
    return new MessagePlan(message);
  }

  /** The message as it is in {@code scope}. */
  public Rendering render(Scope scope) {
    return new Rendering.Faulty(message.at(), "not yet");
  }

  /** The same, with {@code file} as what stands in the file that it needs. */
  public Rendering render(Scope scope, Bytes file) {
    return new Rendering.Faulty(message.at(), "not yet");
  }
}
