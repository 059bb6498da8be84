package parley.engine.plan;

import java.util.BitSet;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.engine.check.Shown;
import parley.engine.expression.Scope;
import parley.model.collection.FrameParts;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.Bytes;
import parley.protocol.frame.FrameHeader;
import parley.protocol.frame.Opcode;

/** A frame by its parts, compiled; legal or not. */
final class FramePlan {

  private static final int MASK_DIGITS = 8;

  private final FrameParts parts;
  private final boolean masked;
  private final @Nullable TemplatePlan mask;

  private FramePlan(FrameParts parts, boolean masked, @Nullable TemplatePlan mask) {
    this.parts = parts;
    this.masked = masked;
    this.mask = mask;
  }

  /** Unless the file says otherwise, a client masks and a server does not (RFC 6455, 5.3). */
  static FramePlan of(FrameParts parts, Compiling compiling) {
    var mask = parts.mask().map(source -> TemplatePlan.of(source, compiling)).orElse(null);
    return new FramePlan(parts, parts.masked() && (mask != null || !compiling.isServer()), mask);
  }

  /** Whether it is the same each time: a masking key of chance is not. */
  boolean isConstant() {
    return mask == null ? !masked : mask.isConstant();
  }

  BitSet slots() {
    return mask == null ? new BitSet() : mask.slots();
  }

  /** The frame around {@code payload}. */
  Rendering render(Bytes payload, Scope scope) {
    var header = FrameHeader.of(Opcode.of(parts.opcode()), parts.fin(), payload.size());
    var bare =
        new FrameHeader(
            header.fin(),
            parts.rsv1(),
            parts.rsv2(),
            parts.rsv3(),
            header.opcode(),
            false,
            0,
            header.lengthForm(),
            header.payloadLength());
    if (!masked) {
      return ready(bare, payload);
    }
    return mask == null
        ? ready(bare.maskedWith(scope.random().nextInt()), payload)
        : masked(bare, payload, mask, mask.text(scope));
  }

  private static Rendering ready(FrameHeader header, Bytes payload) {
    return new Rendering.Ready(new Outgoing.Frame(header, payload));
  }

  private static Rendering masked(
      FrameHeader bare, Bytes payload, TemplatePlan mask, Filled filled) {
    return switch (filled) {
      case Filled.Of key ->
          key(key.text())
              .map(bits -> ready(bare.maskedWith(bits), payload))
              .orElseGet(() ->
                  new Rendering.Faulty(
                      mask.source().at(),
                      "found %s, expected a masking key of eight hex digits"
                          .formatted(Shown.text(key.text()))));
      case Filled.Faulty faulty -> new Rendering.Faulty(faulty.at(), faulty.text());
    };
  }

  private static Optional<Integer> key(String digits) {
    return digits.length() == MASK_DIGITS && digits.chars().allMatch(HexFormat::isHexDigit)
        ? Optional.of(Integer.parseUnsignedInt(digits, 16))
        : Optional.empty();
  }
}
