package parley.protocol.frame;

import java.nio.ByteBuffer;

/**
 * The header of one frame, legal or not (RFC 6455, 5.2).
 *
 * @param maskingKey the first byte on the wire is the most significant; 0 when unmasked
 * @param payloadLength an unsigned 64-bit number
 */
public record FrameHeader(
    boolean fin,
    boolean rsv1,
    boolean rsv2,
    boolean rsv3,
    Opcode opcode,
    boolean masked,
    int maskingKey,
    LengthForm lengthForm,
    long payloadLength)
    implements FrameView {

  public FrameHeader {
    if (!lengthForm.canSay(payloadLength)) {
      throw new IllegalArgumentException(
          "length " + Long.toUnsignedString(payloadLength) + " does not fit " + lengthForm);
    }
    if (!masked && maskingKey != 0) {
      throw new IllegalArgumentException("an unmasked frame has no masking key");
    }
  }

  /** An unmasked header without reserved bits and with the shortest length form. */
  public static FrameHeader of(Opcode opcode, boolean fin, long payloadLength) {
    return new FrameHeader(
        fin,
        false,
        false,
        false,
        opcode,
        false,
        0,
        LengthForm.minimalFor(payloadLength),
        payloadLength);
  }

  /** The same header with the RSV1 bit, which marks a compressed message (RFC 7692, 6). */
  public FrameHeader compressed() {
    return new FrameHeader(
        fin, true, rsv2, rsv3, opcode, masked, maskingKey, lengthForm, payloadLength);
  }

  /** The same header, masked with {@code key}. */
  public FrameHeader maskedWith(int key) {
    return new FrameHeader(fin, rsv1, rsv2, rsv3, opcode, true, key, lengthForm, payloadLength);
  }

  @Override
  public FrameHeader toHeader() {
    return this;
  }

  /** Appends the {@link #headerBytes} bytes of this header to {@code out}. */
  public void writeTo(ByteBuffer out) {
    out.put((byte) (bit(fin, 7) | bit(rsv1, 6) | bit(rsv2, 5) | bit(rsv3, 4) | opcode.code()));
    writeLength(out, bit(masked, 7));
    if (masked) {
      out.putInt(maskingKey);
    }
  }

  private ByteBuffer writeLength(ByteBuffer out, int mask) {
    return switch (lengthForm) {
      case SEVEN_BIT -> out.put((byte) (mask | (int) payloadLength));
      case SIXTEEN_BIT -> out.put((byte) (mask | 126)).putShort((short) payloadLength);
      case SIXTY_FOUR_BIT -> out.put((byte) (mask | 127)).putLong(payloadLength);
    };
  }

  private static int bit(boolean set, int position) {
    return set ? 1 << position : 0;
  }
}
