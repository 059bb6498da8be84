package parley.protocol.endpoint;

import java.nio.ByteBuffer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import parley.protocol.deflate.MessageDeflater;
import parley.protocol.frame.FrameHeader;
import parley.protocol.frame.Masking;
import parley.protocol.frame.Opcode;

/** Turns messages into frames and frames into bytes on the wire. */
final class FrameWriter {

  private final Role role;
  private final Wire wire;
  private final IntSupplier maskingKeys;
  private final @Nullable MessageDeflater deflater;
  private final EndpointObserver observer;

  FrameWriter(
      Role role,
      Wire wire,
      IntSupplier maskingKeys,
      @Nullable MessageDeflater deflater,
      EndpointObserver observer) {
    this.role = role;
    this.wire = wire;
    this.maskingKeys = maskingKeys;
    this.deflater = deflater;
    this.observer = observer;
  }

  /** Writes what remains in {@code payload} as one message. */
  void message(Opcode opcode, ByteBuffer payload, Framing framing) {
    if (deflater != null && framing.compress()) {
      fragments(opcode, deflater.compress(payload), true, framing.fragment().toInt());
    } else {
      fragments(opcode, payload, false, framing.fragment().toInt());
    }
  }

  private void fragments(Opcode opcode, ByteBuffer payload, boolean compressed, int maxBytes) {
    var end = payload.limit();
    var pieceBytes = maxBytes == 0 ? payload.remaining() : maxBytes;
    var next = opcode;
    do {
      var last = payload.remaining() <= pieceBytes;
      payload.limit(last ? end : payload.position() + pieceBytes);
      var header = FrameHeader.of(next, last, payload.remaining());
      // RFC 7692, 6.1: only the first frame of a compressed message carries RSV1.
      byTheBook(compressed && next == opcode ? header.compressed() : header, payload);
      payload.limit(end);
      next = Opcode.CONTINUATION;
    } while (payload.hasRemaining());
  }

  /** Writes a control frame. */
  void control(Opcode opcode, ByteBuffer payload) {
    byTheBook(FrameHeader.of(opcode, true, payload.remaining()), payload);
  }

  /** RFC 6455, 5.1: a client masks every frame, with a fresh key each (5.3). */
  private void byTheBook(FrameHeader header, ByteBuffer payload) {
    frame(role == Role.CLIENT ? header.maskedWith(maskingKeys.getAsInt()) : header, payload);
  }

  /** Writes {@code header} as it is and what remains in {@code payload}, which it uses up. */
  void frame(FrameHeader header, ByteBuffer payload) {
    var start = payload.position();
    var out = wire.allocate(header.headerBytes() + payload.remaining());
    header.writeTo(out);
    var payloadStart = out.position();
    out.put(payload);
    if (header.masked()) {
      Masking.apply(out, payloadStart, out.position(), header.maskingKey(), 0);
    }
    wire.write(out.flip());
    payload.position(start);
    observer.frameSent(header, payload);
    payload.position(payload.limit());
  }

  /** Writes bytes that need not be a frame. */
  void raw(ByteBuffer bytes) {
    var out = wire.allocate(bytes.remaining());
    out.put(bytes.duplicate());
    wire.write(out.flip());
    observer.rawSent(bytes);
  }

  void release() {
    if (deflater != null) {
      deflater.release();
    }
  }
}
