package parley.protocol.frame;

/**
 * The header of a frame, as it stands on the wire. A view that a reader lends is good until the
 * callback returns; {@link #toHeader} copies it.
 */
public interface FrameView {

  boolean fin();

  boolean rsv1();

  boolean rsv2();

  boolean rsv3();

  Opcode opcode();

  boolean masked();

  /** The masking key, its first byte on the wire being the most significant; 0 when unmasked. */
  int maskingKey();

  LengthForm lengthForm();

  /** The declared payload length, an unsigned 64-bit number: negative when its top bit is set. */
  long payloadLength();

  /** The header's own size on the wire, 2 to 14 bytes. */
  default int headerBytes() {
    return 2 + lengthForm().extendedBytes() + (masked() ? 4 : 0);
  }

  /** A copy that may be kept. */
  default FrameHeader toHeader() {
    return new FrameHeader(
        fin(),
        rsv1(),
        rsv2(),
        rsv3(),
        opcode(),
        masked(),
        maskingKey(),
        lengthForm(),
        payloadLength());
  }
}
