package parley.engine.session;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import parley.protocol.frame.Bytes;

/**
 * A message while it is handed round. A session has one and sets it for each message, so that a
 * message that nobody wants costs no memory; it is copied when the first wants to keep it.
 */
final class Arrival {

  private Link link;
  private long number;
  private boolean text;
  private ByteBuffer payload = Bytes.EMPTY.asBuffer();
  private @Nullable Held held;

  /** Nothing has come yet. */
  Arrival(Link link) {
    this.link = link;
  }

  /** What has come now. */
  void set(Link from, Event.Message message) {
    link = from;
    number = message.number();
    text = message.text();
    payload = message.payload();
    held = null;
  }

  Link link() {
    return link;
  }

  long number() {
    return number;
  }

  boolean isText() {
    return text;
  }

  ByteBuffer payload() {
    return payload;
  }

  Held keep() {
    if (held == null) {
      held = new Held(number, text, Bytes.copyOf(payload.duplicate()));
    }
    return held;
  }
}
