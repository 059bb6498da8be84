package parley.protocol.endpoint;

/** A close status code, legal or not (RFC 6455, 7.4 and the registry of RFC 6455, 11.7). */
public record CloseCode(int value) {

  public static final CloseCode NORMAL = new CloseCode(1000);
  public static final CloseCode GOING_AWAY = new CloseCode(1001);
  public static final CloseCode PROTOCOL_ERROR = new CloseCode(1002);
  public static final CloseCode UNSUPPORTED_DATA = new CloseCode(1003);

  /** Stands for a Close frame without a body; never on the wire. */
  public static final CloseCode NO_STATUS = new CloseCode(1005);

  /** Stands for an end without a Close frame; never on the wire. */
  public static final CloseCode ABNORMAL = new CloseCode(1006);

  public static final CloseCode INVALID_PAYLOAD = new CloseCode(1007);
  public static final CloseCode MESSAGE_TOO_BIG = new CloseCode(1009);

  public CloseCode {
    if (value < 0 || value > 0xFFFF) {
      throw new IllegalArgumentException("a close code is a number from 0 to 65535: " + value);
    }
  }

  /** Whether an endpoint may put the code into a Close frame (RFC 6455, 7.4.1 and 7.4.2). */
  public boolean isAllowedOnWire() {
    return switch (value) {
      case 1004, 1005, 1006 -> false;
      default -> (value >= 1000 && value <= 1014) || (value >= 3000 && value <= 4999);
    };
  }

  /** What the code says, in a few words. */
  public String meaning() {
    return switch (value) {
      case 1000 -> "normal closure";
      case 1001 -> "going away";
      case 1002 -> "protocol error";
      case 1003 -> "unsupported data";
      case 1004 -> "reserved";
      case 1005 -> "no status received";
      case 1006 -> "abnormal closure";
      case 1007 -> "invalid payload data";
      case 1008 -> "policy violation";
      case 1009 -> "message too big";
      case 1010 -> "mandatory extension missing";
      case 1011 -> "internal server error";
      case 1012 -> "service restart";
      case 1013 -> "try again later";
      case 1014 -> "bad gateway";
      case 1015 -> "TLS handshake failed";
      default -> meaningOfRange();
    };
  }

  private String meaningOfRange() {
    return switch (value / 1000) {
      case 0 -> "not used";
      case 1, 2 -> "reserved for the protocol";
      case 3 -> "registered by a library or framework";
      case 4 -> "private to the application";
      default -> "outside the defined ranges";
    };
  }

  // By hand, here and in CloseStatus: the JVM builds a record's own equals when it is first called,
  // which takes 20 ms, and every start of the program that ends in a close comes by here.
  @Override
  public boolean equals(Object other) {
    return other instanceof CloseCode that && value == that.value;
  }

  @Override
  public int hashCode() {
    return value;
  }

  @Override
  public String toString() {
    return Integer.toString(value);
  }
}
