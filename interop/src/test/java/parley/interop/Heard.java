package parley.interop;

import parley.protocol.frame.Bytes;

/** What a peer says that it heard. */
sealed interface Heard {

  /**
   * The connection is open.
   *
   * @param subprotocol the one agreed on; empty for none
   * @param extensions the value of the answer's Sec-WebSocket-Extensions; empty for none
   */
  record Opened(String subprotocol, String extensions) implements Heard {}

  record Text(String text) implements Heard {}

  record Binary(Bytes payload) implements Heard {}

  record Ping(String payload) implements Heard {}

  record Pong(String payload) implements Heard {}

  record Closed(int code, String reason) implements Heard {}

  record Failed(String text) implements Heard {}
}
