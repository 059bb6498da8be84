package parley.model.connection;

import java.util.EnumSet;
import java.util.Set;

/** Why a connection could not be opened. */
public enum Cause {
  NAME_UNKNOWN,
  CONNECTION_REFUSED,
  /** There is no file of that name to connect to as a socket. */
  SOCKET_MISSING,
  /** We may not use the file of the socket. */
  SOCKET_DENIED,
  /** This machine has no such address or interface to connect from. */
  LOCAL_ADDRESS,
  /** No route, or the network or host says so. */
  UNREACHABLE,
  /** The stage was still going on when the connect timeout had passed. */
  TIMEOUT,
  /** The peer or the network reset the connection. */
  RESET,
  /** The peer ended the stream before it had answered. */
  STREAM_ENDED,
  /** Our side gave up: the connector was closed. */
  CANCELLED,

  /** What listens at the proxy's address does not answer as such a proxy does. */
  NOT_A_PROXY,
  /** The proxy asks who is there, and what it was told, if anything, did not do. */
  PROXY_LOGIN,
  /** The proxy does not let this connection through. */
  PROXY_REFUSED,
  /** The proxy did not get through to the server. */
  PROXY_NO_WAY,

  /** A file for TLS cannot be used; nothing was sent. */
  TLS_SETTINGS,
  /** The peer did not answer in TLS. */
  NOT_TLS,
  CERTIFICATE_SELF_SIGNED,
  CERTIFICATE_AUTHORITY_UNKNOWN,
  /** The server left out a certificate between its own and its authority's. */
  CERTIFICATE_CHAIN_INCOMPLETE,
  CERTIFICATE_EXPIRED,
  CERTIFICATE_NOT_YET_VALID,
  CERTIFICATE_WRONG_HOST,
  /** Its key or its signature is of a kind that no longer protects. */
  CERTIFICATE_WEAK,
  /** Its public key is none of those that were asked for. */
  CERTIFICATE_NOT_PINNED,
  /** Refused for a reason that has no value of its own; the text has it. */
  CERTIFICATE_INVALID,
  CLIENT_CERTIFICATE_REQUIRED,
  CLIENT_CERTIFICATE_REFUSED,
  /** No TLS version or cipher in common. */
  TLS_NO_COMMON_GROUND,
  /** Any other failure of TLS; the text has the alert. */
  TLS_FAILED,

  /** The authorization server answered, but gave no token that can be used. */
  TOKEN_REFUSED,

  /** The answer is not HTTP; the evidence has its first bytes. */
  NOT_HTTP,
  HEAD_TOO_LARGE,
  /** The answer is 101 with a Sec-WebSocket-Accept that is absent or wrong (RFC 6455, 4.1). */
  WRONG_ACCEPT,
  /** The answer is 101 with an extension that was not asked for, or not so (RFC 6455, 4.1). */
  UNSOLICITED_EXTENSION,
  /** The answer is 101 with a subprotocol that was not asked for (RFC 6455, 4.1). */
  UNSOLICITED_SUBPROTOCOL,
  /** The answer is 101 and breaks another rule of the handshake. */
  BAD_UPGRADE,
  /** The answer names another place, and it was to be followed and cannot be; the text has why. */
  REDIRECT;

  private static final Set<Cause> LASTING =
      EnumSet.of(
          SOCKET_DENIED,
          CANCELLED,
          NOT_A_PROXY,
          PROXY_LOGIN,
          PROXY_REFUSED,
          TLS_SETTINGS,
          CERTIFICATE_SELF_SIGNED,
          CERTIFICATE_AUTHORITY_UNKNOWN,
          CERTIFICATE_CHAIN_INCOMPLETE,
          CERTIFICATE_EXPIRED,
          CERTIFICATE_NOT_YET_VALID,
          CERTIFICATE_WRONG_HOST,
          CERTIFICATE_WEAK,
          CERTIFICATE_NOT_PINNED,
          CERTIFICATE_INVALID,
          CLIENT_CERTIFICATE_REQUIRED,
          CLIENT_CERTIFICATE_REFUSED,
          TLS_NO_COMMON_GROUND,
          HEAD_TOO_LARGE,
          WRONG_ACCEPT,
          UNSOLICITED_EXTENSION,
          UNSOLICITED_SUBPROTOCOL,
          BAD_UPGRADE,
          REDIRECT);

  /** Whether another try would fail as well, since something has to be put right first. */
  public boolean isLasting() {
    return LASTING.contains(this);
  }

  /** Whether TLS or its settings are the trouble, at whichever stage it showed. */
  public boolean isTls() {
    return compareTo(TLS_SETTINGS) >= 0 && compareTo(TLS_FAILED) <= 0;
  }
}
