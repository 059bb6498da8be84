package parley.protocol.endpoint;

import parley.protocol.frame.Bytes;
import parley.protocol.frame.FrameHeader;

/**
 * What a user can ask an endpoint to send: messages by the book, and frames and bytes against it.
 */
public sealed interface Outgoing {

  /** A text message; its payload is sent as it is, also when it is not UTF-8. */
  record Text(Bytes payload, Framing framing) implements Outgoing {}

  record Binary(Bytes payload, Framing framing) implements Outgoing {}

  /** A ping; more than 125 bytes are sent as asked, against RFC 6455, 5.5. */
  record Ping(Bytes payload) implements Outgoing {}

  /** A pong, also without a ping (RFC 6455, 5.5.3). */
  record Pong(Bytes payload) implements Outgoing {}

  /** A Close frame, which starts the close; {@code body} is sent as it is, legal or not. */
  record Close(Bytes body) implements Outgoing {}

  /**
   * One frame exactly as {@code header} says, which may lie about the payload. The payload is
   * masked with the header's key when the header says that it is masked.
   */
  record Frame(FrameHeader header, Bytes payload) implements Outgoing {}

  /** Bytes straight to the wire. */
  record Raw(Bytes bytes) implements Outgoing {}

  static Outgoing text(String text) {
    return new Text(Bytes.utf8(text), Framing.WHOLE);
  }

  static Outgoing close(CloseStatus status) {
    return new Close(status.toBody());
  }

  static Outgoing binary(Bytes payload) {
    return new Binary(payload, Framing.WHOLE);
  }
}
