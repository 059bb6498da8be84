package parley.protocol.frame;

/** The three ways to write a payload length (RFC 6455, 5.2). */
public enum LengthForm {
  SEVEN_BIT(0, 125),
  SIXTEEN_BIT(2, 0xFFFF),
  SIXTY_FOUR_BIT(8, -1);

  private final int extendedBytes;
  private final long largest;

  LengthForm(int extendedBytes, long largest) {
    this.extendedBytes = extendedBytes;
    this.largest = largest;
  }

  /** The shortest form that can say {@code length}, an unsigned 64-bit number. */
  public static LengthForm minimalFor(long length) {
    if (SEVEN_BIT.canSay(length)) {
      return SEVEN_BIT;
    }
    return SIXTEEN_BIT.canSay(length) ? SIXTEEN_BIT : SIXTY_FOUR_BIT;
  }

  /** Whether {@code length}, an unsigned 64-bit number, can be written in this form. */
  public boolean canSay(long length) {
    return Long.compareUnsigned(length, largest) <= 0;
  }

  /** The bytes that follow the second byte of the header: 0, 2 or 8. */
  public int extendedBytes() {
    return extendedBytes;
  }
}
