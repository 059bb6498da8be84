package parley.protocol.endpoint;

/** The rules of RFC 6455 and RFC 7692 that a peer can break after the handshake. */
public enum Rule {
  RESERVED_BIT("RFC 6455, 5.2", 1002, "a reserved bit is set that no negotiated extension defines"),
  RESERVED_OPCODE("RFC 6455, 5.2", 1002, "the opcode is reserved"),
  LENGTH_NOT_MINIMAL(
      "RFC 6455, 5.2", 1002, "the payload length is not written in its shortest form"),
  LENGTH_TOP_BIT("RFC 6455, 5.2", 1002, "the most significant bit of a 64-bit length must be 0"),
  MASK_MISSING("RFC 6455, 5.1", 1002, "a client must mask every frame"),
  MASK_UNEXPECTED("RFC 6455, 5.1", 1002, "a server must not mask a frame"),
  CONTROL_FRAGMENTED("RFC 6455, 5.5", 1002, "a control frame must not be fragmented"),
  CONTROL_TOO_LONG("RFC 6455, 5.5", 1002, "a control frame carries at most 125 bytes"),
  CONTINUATION_UNEXPECTED("RFC 6455, 5.4", 1002, "there is no message to continue"),
  MESSAGE_INTERRUPTED(
      "RFC 6455, 5.4", 1002, "a new message must not begin before the last one has ended"),
  TEXT_NOT_UTF8("RFC 6455, 8.1", 1007, "a text message must be UTF-8"),
  CLOSE_BODY_TOO_SHORT("RFC 6455, 5.5.1", 1002, "the body of a Close frame begins with two bytes"),
  CLOSE_CODE_INVALID("RFC 6455, 7.4", 1002, "the close code must not appear on the wire"),
  CLOSE_REASON_NOT_UTF8("RFC 6455, 5.5.1", 1007, "a close reason must be UTF-8"),
  DATA_AFTER_CLOSE("RFC 6455, 5.5.1", 1002, "nothing may follow a Close frame"),
  COMPRESSED_DATA_CORRUPT("RFC 7692, 7.2.2", 1007, "the compressed data cannot be inflated"),
  MESSAGE_TOO_BIG("RFC 6455, 10.4", 1009, "the message exceeds the limit"),
  ENDED_WITHIN_FRAME("RFC 6455, 7.1.1", 1006, "the connection ended in the middle of a frame"),
  ENDED_WITHOUT_CLOSE("RFC 6455, 7.1.5", 1006, "the connection ended without a Close frame");

  private final String section;
  private final int closeCode;
  private final String statement;

  Rule(String section, int closeCode, String statement) {
    this.section = section;
    this.closeCode = closeCode;
    this.statement = statement;
  }

  /** Where the rule stands, such as {@code RFC 6455, 5.2}. */
  public String section() {
    return section;
  }

  /** The code that an endpoint closes with when the rule is broken (RFC 6455, 7.4.1). */
  public CloseCode closeCode() {
    return new CloseCode(closeCode);
  }

  /** The rule or its breach in one clause. */
  public String statement() {
    return statement;
  }
}
