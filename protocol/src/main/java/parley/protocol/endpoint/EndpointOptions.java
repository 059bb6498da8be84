package parley.protocol.endpoint;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.protocol.deflate.DeflateParameters;
import parley.protocol.frame.ByteSize;

/**
 * How an endpoint behaves.
 *
 * @param maxMessage the largest message accepted, inflated; a frame above it is refused at its
 *     header
 * @param autoPong whether each ping is answered (RFC 6455, 5.5.2)
 * @param deflateOrNull what the handshake agreed on for permessage-deflate; null without it
 */
public record EndpointOptions(
    Role role,
    Policy policy,
    ByteSize maxMessage,
    boolean autoPong,
    @Nullable DeflateParameters deflateOrNull) {

  /** The default for the largest message: 16 MB. */
  public static final ByteSize DEFAULT_MAX_MESSAGE = ByteSize.ofMegabytes(16);

  /** Strict, with a limit of 16 MB, answering pings, without compression. */
  public static EndpointOptions of(Role role) {
    return new EndpointOptions(role, Policy.STRICT, DEFAULT_MAX_MESSAGE, true, null);
  }

  public EndpointOptions withPolicy(Policy changed) {
    return new EndpointOptions(role, changed, maxMessage, autoPong, deflateOrNull);
  }

  public EndpointOptions withMaxMessage(ByteSize changed) {
    return new EndpointOptions(role, policy, changed, autoPong, deflateOrNull);
  }

  public EndpointOptions withAutoPong(boolean changed) {
    return new EndpointOptions(role, policy, maxMessage, changed, deflateOrNull);
  }

  public EndpointOptions withDeflate(DeflateParameters agreed) {
    return new EndpointOptions(role, policy, maxMessage, autoPong, agreed);
  }

  public Optional<DeflateParameters> deflate() {
    return Optional.ofNullable(deflateOrNull);
  }
}
