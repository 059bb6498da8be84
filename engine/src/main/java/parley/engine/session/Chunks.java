package parley.engine.session;

import java.util.Optional;
import java.util.function.Function;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.Bytes;

/** What a send hands over, one after the other: a message, or the messages that it is cut into. */
final class Chunks {

  private final int size;
  private final int chunk;
  private final Function<Bytes, Outgoing> maker;
  private final Bytes payload;
  private int index;

  private Chunks(Bytes payload, int chunk, Function<Bytes, Outgoing> maker) {
    this.payload = payload;
    this.chunk = chunk;
    this.maker = maker;
    size = payload.size();
  }

  /** Only text and binary messages can be cut; zero leaves them whole. */
  static Chunks of(Outgoing whole, long chunkBytes) {
    return payload(whole)
        .filter(held -> chunkBytes > 0 && chunkBytes < held.payload().size())
        .map(held -> new Chunks(held.payload(), (int) chunkBytes, part -> like(whole, part)))
        .orElseGet(() -> new Chunks(Bytes.EMPTY, 1, _ -> whole));
  }

  /** What a text or binary message carries. */
  static Optional<Held> payload(Outgoing outgoing) {
    if (outgoing instanceof Outgoing.Text text) {
      return Optional.of(new Held(0, true, text.payload()));
    }
    return outgoing instanceof Outgoing.Binary binary
        ? Optional.of(new Held(0, false, binary.payload()))
        : Optional.empty();
  }

  private static Outgoing like(Outgoing whole, Bytes part) {
    return whole instanceof Outgoing.Text text
        ? new Outgoing.Text(part, text.framing())
        : new Outgoing.Binary(part, ((Outgoing.Binary) whole).framing());
  }

  boolean hasNext() {
    return index == 0 || (long) index * chunk < size;
  }

  /** How many were taken. */
  long index() {
    return index;
  }

  /** What was not taken, in one. */
  Optional<Outgoing> rest() {
    return hasNext()
        ? Optional.of(maker.apply(payload.slice(Math.min(size, index * chunk), size)))
        : Optional.empty();
  }

  Outgoing next() {
    var from = index++ * chunk;
    return maker.apply(payload.slice(from, Math.min(size, from + chunk)));
  }
}
