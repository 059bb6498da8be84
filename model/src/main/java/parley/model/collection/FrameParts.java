package parley.model.collection;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A frame by its parts (RFC 6455, 5.2), legal or not.
 *
 * @param opcode 0 to 15
 * @param maskOrNull the four bytes of the key as hex digits; null for a random one
 * @param masked false for a frame without mask
 * @param payloadOrNull null for none
 */
public record FrameParts(
    boolean fin,
    boolean rsv1,
    boolean rsv2,
    boolean rsv3,
    int opcode,
    boolean masked,
    @Nullable Source maskOrNull,
    @Nullable Content payloadOrNull) {

  /** The masking key, when it is said. */
  public Optional<Source> mask() {
    return Optional.ofNullable(maskOrNull);
  }

  /** What the frame carries. */
  public Optional<Content> payload() {
    return Optional.ofNullable(payloadOrNull);
  }
}
