package parley.model.connection;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.protocol.deflate.DeflateParameters;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.ResponseHead;

/** What came of an attempt to open a connection. */
public sealed interface Attempt {

  /** What was seen on the way. */
  Evidence evidence();

  /**
   * The connection is open. With {@link parley.protocol.endpoint.Policy#REPORT_ONLY} the evidence
   * may hold violations.
   *
   * @param subprotocolOrNull what the server chose
   * @param deflateOrNull what was agreed on for permessage-deflate
   */
  record Open(
      Evidence evidence,
      ResponseHead answer,
      @Nullable String subprotocolOrNull,
      @Nullable DeflateParameters deflateOrNull)
      implements Attempt {

    public Optional<String> subprotocol() {
      return Optional.ofNullable(subprotocolOrNull);
    }

    public Optional<DeflateParameters> deflate() {
      return Optional.ofNullable(deflateOrNull);
    }
  }

  /** How much of a refusal's body is there. */
  enum BodyEnd {
    COMPLETE,
    /** There was more than {@link ConnectSpec#maxRefusalBody}. */
    LIMIT,
    /** It had not ended when {@link ConnectSpec#refusalTimeout} had passed. */
    TIMEOUT,
    /** The stream ended or was reset before its announced end. */
    CUT,
    /** Its chunks or its length make no sense (RFC 9112, 6 and 7). */
    MALFORMED
  }

  /**
   * The server answered in HTTP with another status than 101.
   *
   * @param body without its chunk headers, and as far as it came
   */
  record Rejected(Evidence evidence, ResponseHead answer, Bytes body, BodyEnd bodyEnd)
      implements Attempt {}

  /**
   * There was no answer, or one that is not an answer to a WebSocket handshake.
   *
   * @param stage where it went wrong
   * @param text one sentence on what was found and, where it helps, what to do
   */
  record Failed(Evidence evidence, Stage stage, Cause cause, String text) implements Attempt {}
}
