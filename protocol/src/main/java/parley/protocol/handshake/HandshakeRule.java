package parley.protocol.handshake;

/** The rules that a peer can break in the handshake: a server's answer, then a client's request. */
public enum HandshakeRule {
  ANSWER_VERSION("RFC 6455, 4.2.2", "a server upgrades in HTTP/1.1 or above"),
  ANSWER_UPGRADE("RFC 6455, 4.1", "the answer's Upgrade header must be websocket"),
  ANSWER_CONNECTION("RFC 6455, 4.1", "the answer's Connection header must list upgrade"),
  ACCEPT_MISSING("RFC 6455, 4.1", "the answer must have a Sec-WebSocket-Accept header"),
  ACCEPT_REPEATED("RFC 6455, 11.3.3", "Sec-WebSocket-Accept must not appear more than once"),
  ACCEPT_WRONG("RFC 6455, 4.1", "Sec-WebSocket-Accept must be computed from the key that was sent"),
  ANSWER_EXTENSIONS_MALFORMED(
      "RFC 6455, 9.1", "the answer's Sec-WebSocket-Extensions must follow the grammar"),
  EXTENSION_UNSOLICITED("RFC 6455, 4.1", "a server may only use extensions that were offered"),
  DEFLATE_REPEATED("RFC 7692, 5.1", "permessage-deflate is accepted once, for one of its offers"),
  DEFLATE_ANSWER(
      "RFC 7692, 7.1", "the parameters of permessage-deflate must answer those of the offer"),
  SUBPROTOCOL_UNSOLICITED(
      "RFC 6455, 4.1", "a server may only choose a subprotocol that was asked for"),
  SUBPROTOCOL_REPEATED("RFC 6455, 11.3.4", "a server chooses one subprotocol, in one header"),

  REQUEST_METHOD("RFC 6455, 4.2.1", "a client opens a WebSocket with GET"),
  REQUEST_VERSION("RFC 6455, 4.2.1", "a client opens a WebSocket in HTTP/1.1 or above"),
  REQUEST_HOST("RFC 9112, 3.2", "a request has exactly one Host header"),
  REQUEST_UPGRADE("RFC 6455, 4.2.1", "the request's Upgrade header must include websocket"),
  REQUEST_CONNECTION("RFC 6455, 4.2.1", "the request's Connection header must include upgrade"),
  KEY_MISSING("RFC 6455, 4.2.1", "the request must have a Sec-WebSocket-Key header"),
  KEY_REPEATED("RFC 6455, 11.3.1", "Sec-WebSocket-Key must not appear more than once"),
  KEY_MALFORMED("RFC 6455, 4.2.1", "Sec-WebSocket-Key must be 16 bytes in Base64"),
  WEBSOCKET_VERSION("RFC 6455, 4.2.1", "Sec-WebSocket-Version must be 13"),
  REQUEST_EXTENSIONS_MALFORMED(
      "RFC 6455, 9.1", "the request's Sec-WebSocket-Extensions must follow the grammar"),
  SUBPROTOCOLS_MALFORMED(
      "RFC 6455, 4.1", "the subprotocols asked for must be tokens, each named once");

  private final String section;
  private final String statement;

  HandshakeRule(String section, String statement) {
    this.section = section;
    this.statement = statement;
  }

  /** Where the rule stands, such as {@code RFC 6455, 4.1}. */
  public String section() {
    return section;
  }

  /** The rule in one clause. */
  public String statement() {
    return statement;
  }
}
