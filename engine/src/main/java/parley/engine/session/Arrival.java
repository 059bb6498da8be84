package parley.engine.session;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import parley.protocol.frame.Bytes;

/** A message while it is handed round; it is copied when the first wants to keep it. */
final class Arrival {

  private final Link link;
  private final Event.Message message;
  private @Nullable Held held;

  Arrival(Link link, Event.Message message) {
    this.link = link;
    this.message = message;
  }

  Link link() {
    return link;
  }

  long number() {
    return message.number();
  }

  boolean isText() {
    return message.text();
  }

  ByteBuffer payload() {
    return message.payload();
  }

  Held keep() {
    if (held == null) {
      held = new Held(number(), isText(), Bytes.copyOf(payload().duplicate()));
    }
    return held;
  }
}
