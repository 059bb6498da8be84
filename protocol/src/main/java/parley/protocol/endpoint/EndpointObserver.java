package parley.protocol.endpoint;

import java.nio.ByteBuffer;
import parley.protocol.frame.FrameHeader;
import parley.protocol.frame.FrameView;

/**
 * Sees all that happens on an endpoint, in its order. Called on the thread that drives the
 * endpoint; every buffer and view is lent until the callback returns. A callback may send, but not
 * {@link #frameSent} or {@link #rawSent}.
 */
public interface EndpointObserver {

  /** The header of a frame from the peer; its payload follows in chunks. */
  default void frameStarted(FrameView header) {}

  /** The next unmasked bytes of the frame that started last, as on the wire: not yet inflated. */
  default void framePayload(ByteBuffer chunk) {}

  /** The frame that started last is complete. */
  default void frameEnded(FrameView header) {}

  /** A frame was handed to the wire; {@code payload} is as before masking. */
  default void frameSent(FrameHeader header, ByteBuffer payload) {}

  /** Bytes that are no frame were handed to the wire, see {@link Outgoing.Raw}. */
  default void rawSent(ByteBuffer bytes) {}

  /** A message from the peer is complete. */
  default void message(MessageView message) {}

  /** A ping came; the pong, if any, was already sent. */
  default void ping(ByteBuffer payload) {}

  default void pong(ByteBuffer payload) {}

  /** A Close frame came; the answer, if any is due, was not yet sent. */
  default void closeReceived(CloseStatus status) {}

  /** The peer broke a rule. */
  default void violation(Violation violation) {}

  /** Nothing more will come or go. Called once. */
  default void closed(Closure closure) {}
}
