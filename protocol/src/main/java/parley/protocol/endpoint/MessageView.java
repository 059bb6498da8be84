package parley.protocol.endpoint;

import java.nio.ByteBuffer;

/** A message that is complete, lent until the callback returns. */
public interface MessageView {

  /** Whether it is text; else it is binary. */
  boolean isText();

  /** The payload, inflated, between position and limit; the callback may move the position. */
  ByteBuffer payload();

  /** How many frames carried it. */
  int frames();

  /** The payload's size on the wire, before inflating and without headers. */
  long wireBytes();

  /** Whether it came compressed (RFC 7692, 6). */
  boolean compressed();
}
