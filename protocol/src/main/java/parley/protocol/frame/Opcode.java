package parley.protocol.frame;

/** One of the sixteen opcodes that four bits can say, defined or reserved (RFC 6455, 5.2). */
public enum Opcode {
  CONTINUATION(0x0),
  TEXT(0x1),
  BINARY(0x2),
  RESERVED_3(0x3),
  RESERVED_4(0x4),
  RESERVED_5(0x5),
  RESERVED_6(0x6),
  RESERVED_7(0x7),
  CLOSE(0x8),
  PING(0x9),
  PONG(0xA),
  RESERVED_B(0xB),
  RESERVED_C(0xC),
  RESERVED_D(0xD),
  RESERVED_E(0xE),
  RESERVED_F(0xF);

  private static final Opcode[] BY_CODE = values();

  private final int code;

  Opcode(int code) {
    this.code = code;
  }

  /** The opcode in the low four bits of {@code bits}; the others are ignored. */
  public static Opcode of(int bits) {
    return BY_CODE[bits & 0xF];
  }

  /** The four bits on the wire, 0 to 15. */
  public int code() {
    return code;
  }

  /** Whether the most significant bit is set: close, ping, pong and 0xB to 0xF (RFC 6455, 5.5). */
  public boolean isControl() {
    return code >= 8;
  }

  /** Whether RFC 6455 gives the opcode no meaning: 3 to 7 and 0xB to 0xF. */
  public boolean isReserved() {
    return switch (this) {
      case CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG -> false;
      case RESERVED_3, RESERVED_4, RESERVED_5, RESERVED_6, RESERVED_7 -> true;
      case RESERVED_B, RESERVED_C, RESERVED_D, RESERVED_E, RESERVED_F -> true;
    };
  }
}
