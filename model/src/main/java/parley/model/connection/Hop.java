package parley.model.connection;

import parley.protocol.frame.Bytes;
import parley.protocol.handshake.RequestHead;
import parley.protocol.handshake.ResponseHead;

/**
 * An answer that was no end: another request followed it.
 *
 * @param body without its chunk headers, and as far as it came
 */
public record Hop(WsUrl url, RequestHead request, ResponseHead answer, Bytes body, Reason reason) {

  /** Why another request followed. */
  public enum Reason {
    /** The answer named another place (RFC 9110, 15.4). */
    REDIRECT,
    /** The answer asked for credentials that were at hand (RFC 9110, 11.6.1). */
    CHALLENGE
  }
}
