package parley.protocol.frame;

import java.nio.ByteBuffer;

/**
 * Cuts a stream of bytes into frame headers and payload chunks, whatever the cuts of the stream. It
 * judges nothing and allocates nothing.
 *
 * <pre>
 *   FIRST_BYTE -> SECOND_BYTE -> EXTENDED_LENGTH? -> MASKING_KEY? -> PAYLOAD* -> FIRST_BYTE ...
 *                                                  | HEADER       | CHUNK*, END
 * </pre>
 *
 * <p>The caller repeats {@link #next} until it answers {@code NEED_MORE}. The reader itself is the
 * view of the header that was read last.
 */
public final class FrameReader implements FrameView {

  /** What {@link #next} found. */
  public enum Found {
    /** The input is used up in the middle of a frame, or before one. */
    NEED_MORE,
    /** A header is complete: the accessors describe it. */
    HEADER,
    /** Payload stands in the input from {@link #chunkStart} to {@link #chunkEnd}. */
    CHUNK,
    /** The frame's payload is complete. */
    END
  }

  private enum HeaderPart {
    FIRST_BYTE,
    SECOND_BYTE,
    EXTENDED_LENGTH,
    MASKING_KEY
  }

  private HeaderPart part = HeaderPart.FIRST_BYTE;
  private boolean inPayload;
  private int firstByte;
  private boolean masked;
  private int maskingKey;
  private LengthForm lengthForm = LengthForm.SEVEN_BIT;
  private long payloadLength;
  private long remainingPayload;
  private int missingHeaderBytes;
  private int chunkStart;
  private int chunkEnd;

  /** A reader that stands before the first frame. */
  public FrameReader() {}

  /** Reads on from the position of {@code in} and moves it behind what was found. */
  public Found next(ByteBuffer in) {
    while (!inPayload) {
      if (!in.hasRemaining()) {
        return Found.NEED_MORE;
      }
      if (headerEndsWith(in.get())) {
        inPayload = true;
        remainingPayload = payloadLength;
        return Found.HEADER;
      }
    }
    return nextOfPayload(in);
  }

  private Found nextOfPayload(ByteBuffer in) {
    if (remainingPayload == 0) {
      inPayload = false;
      part = HeaderPart.FIRST_BYTE;
      return Found.END;
    }
    if (!in.hasRemaining()) {
      return Found.NEED_MORE;
    }
    chunkStart = in.position();
    chunkEnd = chunkStart + lesserOf(in.remaining(), remainingPayload);
    remainingPayload -= chunkEnd - chunkStart;
    in.position(chunkEnd);
    return Found.CHUNK;
  }

  private static int lesserOf(int available, long unsignedWanted) {
    return Long.compareUnsigned(unsignedWanted, available) < 0 ? (int) unsignedWanted : available;
  }

  private boolean headerEndsWith(byte next) {
    return switch (part) {
      case FIRST_BYTE -> {
        firstByte = next;
        part = HeaderPart.SECOND_BYTE;
        yield false;
      }
      case SECOND_BYTE -> secondByteEndsHeader(next);
      case EXTENDED_LENGTH -> {
        payloadLength = (payloadLength << 8) | (next & 0xFF);
        missingHeaderBytes--;
        yield missingHeaderBytes == 0 && !expectsMaskingKey();
      }
      case MASKING_KEY -> {
        maskingKey = (maskingKey << 8) | (next & 0xFF);
        missingHeaderBytes--;
        yield missingHeaderBytes == 0;
      }
    };
  }

  private boolean secondByteEndsHeader(byte next) {
    masked = next < 0;
    maskingKey = 0;
    var length = next & 0x7F;
    payloadLength = length < 126 ? length : 0;
    lengthForm =
        switch (length) {
          case 126 -> LengthForm.SIXTEEN_BIT;
          case 127 -> LengthForm.SIXTY_FOUR_BIT;
          default -> LengthForm.SEVEN_BIT;
        };
    missingHeaderBytes = lengthForm.extendedBytes();
    part = HeaderPart.EXTENDED_LENGTH;
    return missingHeaderBytes == 0 && !expectsMaskingKey();
  }

  private boolean expectsMaskingKey() {
    if (masked) {
      part = HeaderPart.MASKING_KEY;
      missingHeaderBytes = 4;
    }
    return masked;
  }

  /** The index in the input at which the last chunk starts. */
  public int chunkStart() {
    return chunkStart;
  }

  /** The index in the input behind the last chunk. */
  public int chunkEnd() {
    return chunkEnd;
  }

  /** How much of the frame's payload came before the last chunk, in bytes. */
  public long chunkOffset() {
    return payloadLength - remainingPayload - (chunkEnd - chunkStart);
  }

  /** Whether the stream may end here without cutting a frame. */
  public boolean isBetweenFrames() {
    return part == HeaderPart.FIRST_BYTE;
  }

  @Override
  public boolean fin() {
    return (firstByte & 0x80) != 0;
  }

  @Override
  public boolean rsv1() {
    return (firstByte & 0x40) != 0;
  }

  @Override
  public boolean rsv2() {
    return (firstByte & 0x20) != 0;
  }

  @Override
  public boolean rsv3() {
    return (firstByte & 0x10) != 0;
  }

  @Override
  public Opcode opcode() {
    return Opcode.of(firstByte);
  }

  @Override
  public boolean masked() {
    return masked;
  }

  @Override
  public int maskingKey() {
    return maskingKey;
  }

  @Override
  public LengthForm lengthForm() {
    return lengthForm;
  }

  @Override
  public long payloadLength() {
    return payloadLength;
  }
}
