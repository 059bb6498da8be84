package parley.protocol.endpoint;

import java.nio.ByteBuffer;

/** Where an endpoint puts its bytes: a connection below, or a list in a test. */
public interface Wire {

  /**
   * An empty big-endian buffer for {@code capacity} bytes, to be filled and given to {@link
   * #write}.
   */
  default ByteBuffer allocate(int capacity) {
    return ByteBuffer.allocate(capacity);
  }

  /** Takes over {@code bytes}, ready to be read, and sends them in the order of the calls. */
  void write(ByteBuffer bytes);

  /**
   * The peer is to end the connection. Calls {@link Endpoint#closeTimedOut} when it has not done so
   * within the close timeout. A second call changes nothing.
   */
  void awaitEnd();

  /**
   * Ends our half of the connection once all is written, and all of it when the peer's half has
   * ended too or the close timeout has passed (RFC 6455, 7.1.1 and 7.1.7).
   */
  void end();
}
