package parley.protocol.endpoint;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import parley.protocol.deflate.DeflateParameters;
import parley.protocol.deflate.MessageInflater;
import parley.protocol.frame.ByteSize;
import parley.protocol.frame.FrameReader;
import parley.protocol.frame.Masking;
import parley.protocol.frame.Opcode;
import parley.protocol.frame.PayloadBuffer;

/** The receiving half: frames are shown, judged and put together; their meaning is the owner's. */
final class Incoming {

  /** Takes what is complete. Everything is lent until the call returns. */
  interface Owner extends HeaderJudge.Report {

    void message(MessageAssembler message);

    void ping(PayloadBuffer payload);

    void close(ByteBuffer body);
  }

  private final EndpointObserver observer;
  private final Owner owner;
  private final FrameReader reader = new FrameReader();
  private final HeaderJudge judge;
  private final MessageAssembler message;
  private final PayloadBuffer control;
  private final long controlLimitBytes;

  Incoming(EndpointOptions options, EndpointObserver observer, Owner owner) {
    this.observer = observer;
    this.owner = owner;
    var inflater = inflater(options.role(), options.deflateOrNull());
    judge = new HeaderJudge(options.role(), inflater != null, owner);
    message = new MessageAssembler(options.maxMessage(), inflater, owner);
    controlLimitBytes = controlLimit(options.maxMessage());
    control = new PayloadBuffer(ByteSize.of(controlLimitBytes));
  }

  /** RFC 6455, 5.5: control frames of up to 125 bytes are legal whatever the limit for messages. */
  private static long controlLimit(ByteSize maxMessage) {
    return Math.max(HeaderJudge.MAX_CONTROL_PAYLOAD_BYTES, maxMessage.bytes());
  }

  private static @Nullable MessageInflater inflater(Role role, @Nullable DeflateParameters agreed) {
    if (agreed == null) {
      return null;
    }
    return new MessageInflater(
        role == Role.CLIENT ? agreed.serverNoContextTakeover() : agreed.clientNoContextTakeover());
  }

  /** Takes one header, chunk or end from {@code in}; false when that is used up. */
  boolean advance(ByteBuffer in) {
    return switch (reader.next(in)) {
      case NEED_MORE -> false;
      case HEADER -> {
        startFrame();
        yield true;
      }
      case CHUNK -> {
        chunk(in);
        yield true;
      }
      case END -> {
        endFrame();
        yield true;
      }
    };
  }

  private void startFrame() {
    observer.frameStarted(reader);
    judge.judge(reader, message.isOpen());
    if (isMessageFrame()) {
      message.startFrame(reader);
    } else if (isControlFrame() && reader.payloadLength() > controlLimitBytes) {
      owner.violation(
          Rule.MESSAGE_TOO_BIG, "control frame of " + reader.payloadLength() + " bytes");
    }
  }

  /** Whether the current frame belongs to a message; a stray continuation does not. */
  private boolean isMessageFrame() {
    var opcode = reader.opcode();
    return opcode == Opcode.TEXT
        || opcode == Opcode.BINARY
        || (opcode == Opcode.CONTINUATION && message.isOpen());
  }

  private boolean isControlFrame() {
    return reader.opcode().isControl() && !reader.opcode().isReserved();
  }

  private void chunk(ByteBuffer in) {
    var from = reader.chunkStart();
    var to = reader.chunkEnd();
    unmask(in, from, to);
    showChunk(in, from, to);
    if (isMessageFrame()) {
      message.chunk(in, from, to, isWholeMessage(to - from));
    } else if (isControlFrame()) {
      control.append(in, from, to);
    }
  }

  private void unmask(ByteBuffer in, int from, int to) {
    if (reader.masked()) {
      Masking.apply(in, from, to, reader.maskingKey(), reader.chunkOffset());
    }
  }

  private void showChunk(ByteBuffer in, int from, int to) {
    var limit = in.limit();
    observer.framePayload(in.limit(to).position(from));
    in.limit(limit).position(to);
  }

  private boolean isWholeMessage(int chunkBytes) {
    return reader.fin()
        && reader.opcode() != Opcode.CONTINUATION
        && reader.payloadLength() == chunkBytes;
  }

  private void endFrame() {
    observer.frameEnded(reader);
    switch (reader.opcode()) {
      case TEXT, BINARY, CONTINUATION -> endMessageFrame();
      case PING -> owner.ping(control);
      case PONG -> observer.pong(control.view());
      case CLOSE -> owner.close(control.view());
      case RESERVED_3, RESERVED_4, RESERVED_5, RESERVED_6, RESERVED_7 -> {}
      case RESERVED_B, RESERVED_C, RESERVED_D, RESERVED_E, RESERVED_F -> {}
    }
    control.clear();
  }

  private void endMessageFrame() {
    if (reader.fin() && message.isOpen()) {
      message.finish();
      owner.message(message);
    }
  }

  boolean isBetweenFrames() {
    return reader.isBetweenFrames();
  }

  void release() {
    message.release();
  }
}
