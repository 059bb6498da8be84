package parley.protocol.endpoint;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a connection ended.
 *
 * @param initiator who began to end it
 * @param receivedOrNull the peer's Close frame
 * @param sentOrNull our Close frame
 * @param violationOrNull the broken rule that ended it
 */
public record Closure(
    Ending ending,
    Initiator initiator,
    @Nullable CloseStatus receivedOrNull,
    @Nullable CloseStatus sentOrNull,
    @Nullable Violation violationOrNull) {

  /** The event that ended the connection. */
  public enum Ending {
    /** Both sides sent a Close frame (RFC 6455, 7.1.4). */
    CLOSE_HANDSHAKE,
    /** We failed the connection because the peer broke a rule (RFC 6455, 7.1.7). */
    VIOLATION,
    /** The peer's stream ended without a Close frame. */
    STREAM_END,
    /** The peer or the network reset the connection. */
    RESET,
    /** The peer did not answer our Close frame in time. */
    CLOSE_TIMEOUT,
    /** The peer did not answer our ping in time. */
    PONG_TIMEOUT,
    /** We cut the connection without a Close frame. */
    ABORT
  }

  /** A side of the connection as this endpoint sees it. */
  public enum Initiator {
    LOCAL,
    REMOTE
  }

  /** The connection close code: the peer's, 1005 or 1006 (RFC 6455, 7.1.5). */
  public CloseCode code() {
    return receivedOrNull == null ? CloseCode.ABNORMAL : receivedOrNull.code();
  }

  public boolean isClean() {
    return ending == Ending.CLOSE_HANDSHAKE;
  }

  public Optional<CloseStatus> received() {
    return Optional.ofNullable(receivedOrNull);
  }

  public Optional<CloseStatus> sent() {
    return Optional.ofNullable(sentOrNull);
  }

  public Optional<Violation> violation() {
    return Optional.ofNullable(violationOrNull);
  }
}
