package parley.interop;

/**
 * A WebSocket server on two ports, one of them with TLS. It agrees on the subprotocol {@code
 * parley.v1}.
 *
 * <p>The query of the URL has the parameters of permessage-deflate to insist on where the server
 * can, and {@code deflate} where it should accept it at all.
 */
interface PeerServer extends AutoCloseable {

  /** Echoes every message. */
  int echoPort(boolean secure);

  /**
   * Does what a text asks for: {@code !ping PAYLOAD}, {@code !close CODE REASON}, {@code !fragments
   * PART...}; answers a pong with the text {@code pong PAYLOAD}.
   */
  int obeyingPort(boolean secure);

  /** Waits until a connection has ended so, for {@link Deadline#SECONDS_AT_MOST} at most. */
  void awaitClosed(Heard.Closed expected);

  @Override
  void close();
}
