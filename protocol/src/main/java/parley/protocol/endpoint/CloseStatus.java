package parley.protocol.endpoint;

import java.nio.ByteBuffer;
import parley.protocol.frame.Bytes;

/**
 * What a Close frame says (RFC 6455, 5.5.1).
 *
 * @param reason the reason's bytes as on the wire, normally UTF-8
 */
public record CloseStatus(CloseCode code, Bytes reason) {

  /** A Close frame without a body, reported as 1005. */
  public static final CloseStatus NONE = new CloseStatus(CloseCode.NO_STATUS, Bytes.EMPTY);

  public static CloseStatus of(CloseCode code) {
    return new CloseStatus(code, Bytes.EMPTY);
  }

  public static CloseStatus of(CloseCode code, String reason) {
    return new CloseStatus(code, Bytes.utf8(reason));
  }

  /** Reads the body of a Close frame; one byte alone is no code and reads as {@link #NONE}. */
  public static CloseStatus read(ByteBuffer body) {
    if (body.remaining() < 2) {
      return NONE;
    }
    var code = body.getShort(body.position()) & 0xFFFF;
    return new CloseStatus(
        new CloseCode(code), Bytes.copyOf(body.slice(body.position() + 2, body.remaining() - 2)));
  }

  /** The body of a Close frame that says this; empty for {@link #NONE}. */
  public Bytes toBody() {
    return equals(NONE) ? Bytes.EMPTY : bodyOf(code, reason);
  }

  /** A body that says {@code code} on the wire whatever it is, also 1005. */
  public static Bytes bodyOf(CloseCode code, Bytes reason) {
    var body = ByteBuffer.allocate(2 + reason.size());
    body.putShort((short) code.value()).put(reason.asBuffer()).flip();
    return Bytes.copyOf(body);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CloseStatus that
        && code.equals(that.code)
        && reason.equals(that.reason);
  }

  @Override
  public int hashCode() {
    return 31 * code.hashCode() + reason.hashCode();
  }
}
