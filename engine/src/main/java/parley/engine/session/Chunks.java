package parley.engine.session;

import parley.protocol.endpoint.Outgoing;

/** A message, or the messages that it is cut into. */
final class Chunks {

  private final Outgoing whole;
  private final int size;
  private final int chunk;
  private int index;

  private Chunks(Outgoing whole, int size, int chunk) {
    this.whole = whole;
    this.size = size;
    this.chunk = chunk;
  }

  /** Only text and binary messages can be cut; zero leaves them whole. */
  static Chunks of(Outgoing whole, long chunkBytes) {
    var size =
        switch (whole) {
          case Outgoing.Text(var payload, _) -> payload.size();
          case Outgoing.Binary(var payload, _) -> payload.size();
          case Outgoing.Ping _,
              Outgoing.Pong _,
              Outgoing.Close _,
              Outgoing.Frame _,
              Outgoing.Raw _ ->
              0;
        };
    var chunk = chunkBytes == 0 ? size : (int) Math.min(chunkBytes, size);
    return new Chunks(whole, size, Math.max(1, chunk));
  }

  boolean hasNext() {
    return index == 0 || (long) index * chunk < size;
  }

  /** How many were taken. */
  long index() {
    return index;
  }

  Outgoing next() {
    var from = index * chunk;
    index++;
    return size <= chunk ? whole : cut(from, Math.min(size, from + chunk));
  }

  private Outgoing cut(int from, int to) {
    return switch (whole) {
      case Outgoing.Text(var payload, var framing) ->
          new Outgoing.Text(payload.slice(from, to), framing);
      case Outgoing.Binary(var payload, var framing) ->
          new Outgoing.Binary(payload.slice(from, to), framing);
      case Outgoing.Ping _, Outgoing.Pong _, Outgoing.Close _, Outgoing.Frame _, Outgoing.Raw _ ->
          whole;
    };
  }
}
