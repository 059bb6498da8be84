package parley.transport.record;

import java.nio.ByteBuffer;
import parley.protocol.endpoint.CloseCode;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.frame.Bytes;

/** Reads the body of a Close frame that this side sent, which may be anything. */
final class CloseBody {

  private CloseBody() {}

  static CloseStatus read(ByteBuffer body) {
    if (body.remaining() < 2) {
      return CloseStatus.NONE;
    }
    var code = body.getShort(body.position()) & 0xFFFF;
    var reason = body.slice(body.position() + 2, body.remaining() - 2);
    return new CloseStatus(new CloseCode(code), Bytes.copyOf(reason));
  }
}
