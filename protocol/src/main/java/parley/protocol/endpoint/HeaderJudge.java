package parley.protocol.endpoint;

import java.util.Locale;
import parley.protocol.frame.FrameView;
import parley.protocol.frame.LengthForm;
import parley.protocol.frame.Opcode;

/** Judges the header of a frame by what is known when it arrives; the payload is not needed. */
final class HeaderJudge {

  /** RFC 6455, 5.5. */
  static final int MAX_CONTROL_PAYLOAD_BYTES = 125;

  /** Takes each broken rule. */
  interface Report {
    void violation(Rule rule, String found);
  }

  private final Role role;
  private final boolean deflate;
  private final Report report;

  HeaderJudge(Role role, boolean deflate, Report report) {
    this.role = role;
    this.deflate = deflate;
    this.report = report;
  }

  /** Reports every rule that {@code frame} breaks, the one to fail with first. */
  void judge(FrameView frame, boolean messageOpen) {
    judgeFirstByte(frame);
    judgeMask(frame);
    judgeLength(frame);
    if (frame.opcode().isControl()) {
      judgeControl(frame);
    } else {
      judgeSequence(frame, messageOpen);
    }
  }

  private void judgeFirstByte(FrameView frame) {
    if ((frame.rsv1() && !mayBeCompressed(frame)) || frame.rsv2() || frame.rsv3()) {
      report.violation(Rule.RESERVED_BIT, reservedBits(frame) + name(frame));
    }
    if (frame.opcode().isReserved()) {
      report.violation(
          Rule.RESERVED_OPCODE,
          "opcode 0x" + Integer.toHexString(frame.opcode().code()).toUpperCase(Locale.ROOT));
    }
  }

  /** RFC 7692, 6: RSV1 stands on the first frame of a data message only. */
  private boolean mayBeCompressed(FrameView frame) {
    return deflate && (frame.opcode() == Opcode.TEXT || frame.opcode() == Opcode.BINARY);
  }

  private static String reservedBits(FrameView frame) {
    return (frame.rsv1() ? "RSV1 " : "")
        + (frame.rsv2() ? "RSV2 " : "")
        + (frame.rsv3() ? "RSV3 " : "")
        + "on ";
  }

  private void judgeMask(FrameView frame) {
    if (role == Role.SERVER && !frame.masked()) {
      report.violation(Rule.MASK_MISSING, "unmasked " + name(frame));
    }
    if (role == Role.CLIENT && frame.masked()) {
      report.violation(Rule.MASK_UNEXPECTED, "masked " + name(frame));
    }
  }

  private void judgeLength(FrameView frame) {
    var length = frame.payloadLength();
    if (length < 0) {
      report.violation(Rule.LENGTH_TOP_BIT, "length " + Long.toUnsignedString(length));
    }
    if (frame.lengthForm() != LengthForm.minimalFor(length)) {
      report.violation(
          Rule.LENGTH_NOT_MINIMAL,
          "length " + length + " in " + frame.lengthForm().extendedBytes() + " more bytes");
    }
  }

  private void judgeControl(FrameView frame) {
    if (!frame.fin()) {
      report.violation(Rule.CONTROL_FRAGMENTED, name(frame) + " without FIN");
    }
    if (Long.compareUnsigned(frame.payloadLength(), MAX_CONTROL_PAYLOAD_BYTES) > 0) {
      report.violation(Rule.CONTROL_TOO_LONG, name(frame) + sizeOf(frame));
    }
  }

  private static String sizeOf(FrameView frame) {
    return " of " + Long.toUnsignedString(frame.payloadLength()) + " bytes";
  }

  private void judgeSequence(FrameView frame, boolean messageOpen) {
    var continuation = frame.opcode() == Opcode.CONTINUATION;
    if (continuation && !messageOpen) {
      report.violation(Rule.CONTINUATION_UNEXPECTED, name(frame));
    }
    if (!continuation && messageOpen && !frame.opcode().isReserved()) {
      report.violation(Rule.MESSAGE_INTERRUPTED, name(frame) + " within a fragmented message");
    }
  }

  private static String name(FrameView frame) {
    return frame.opcode().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " frame";
  }
}
