package parley.protocol.endpoint;

import parley.protocol.frame.ByteSize;

/**
 * How a message is cut into frames.
 *
 * @param fragment the largest payload of one frame; zero for one frame whatever the size
 * @param compress whether the message is compressed where the handshake agreed on it (RFC 7692, 6)
 */
public record Framing(ByteSize fragment, boolean compress) {

  /** One frame, compressed where that was agreed. */
  public static final Framing WHOLE = new Framing(ByteSize.ZERO, true);

  public Framing withFragment(ByteSize changed) {
    return new Framing(changed, compress);
  }

  public Framing withCompress(boolean changed) {
    return new Framing(fragment, changed);
  }
}
