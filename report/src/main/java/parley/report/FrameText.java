package parley.report;

import java.util.HexFormat;
import parley.protocol.frame.FrameView;
import parley.protocol.frame.LengthForm;
import parley.protocol.frame.Opcode;

/** A frame's header as words: what a wire view shows of it. */
public final class FrameText {

  private FrameText() {}

  /** The header in columns, such as {@code FIN text mask 37fa213d 7-bit 5 B}. */
  public static String of(FrameView frame) {
    return pad(frame.fin() ? "FIN" : "", 4)
        + pad(reservedBits(frame), 9)
        + pad(opcode(frame.opcode()), 13)
        + pad(mask(frame), 14)
        + pad(lengthForm(frame.lengthForm()), 7)
        + pad(Long.toUnsignedString(frame.payloadLength()) + " B", 6);
  }

  /** The bits that are set, such as {@code RSV1}; empty when none is. */
  public static String reservedBits(FrameView frame) {
    var bits = (frame.rsv1() ? "1" : "") + (frame.rsv2() ? "2" : "") + (frame.rsv3() ? "3" : "");
    return bits.isEmpty() ? "" : "RSV" + bits;
  }

  /** The opcode's name in RFC 6455, or its number when it has none. */
  public static String opcode(Opcode opcode) {
    return switch (opcode) {
      case CONTINUATION -> "continuation";
      case TEXT -> "text";
      case BINARY -> "binary";
      case CLOSE -> "close";
      case PING -> "ping";
      case PONG -> "pong";
      case RESERVED_3, RESERVED_4, RESERVED_5, RESERVED_6, RESERVED_7 -> number(opcode);
      case RESERVED_B, RESERVED_C, RESERVED_D, RESERVED_E, RESERVED_F -> number(opcode);
    };
  }

  private static String number(Opcode opcode) {
    return "0x" + Character.toUpperCase(Character.forDigit(opcode.code(), 16));
  }

  /** Eight hex digits. */
  public static String maskingKey(FrameView frame) {
    return HexFormat.of().toHexDigits(frame.maskingKey());
  }

  /** How many bits say the length. */
  public static int lengthBits(LengthForm form) {
    return switch (form) {
      case SEVEN_BIT -> 7;
      case SIXTEEN_BIT -> 16;
      case SIXTY_FOUR_BIT -> 64;
    };
  }

  private static String mask(FrameView frame) {
    return frame.masked() ? "mask " + maskingKey(frame) : "no mask";
  }

  private static String lengthForm(LengthForm form) {
    return lengthBits(form) + "-bit";
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(1, width - text.length()));
  }
}
