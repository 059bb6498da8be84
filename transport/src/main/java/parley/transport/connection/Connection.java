package parley.transport.connection;

import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Closure;
import parley.protocol.endpoint.Framing;
import parley.protocol.endpoint.Outgoing;

/**
 * An open WebSocket connection. Any thread may call any method; the work is done on the
 * connection's own thread, on which its observer is called and futures complete, so neither may
 * block there. What one thread asks for happens in the order it was asked for.
 */
public interface Connection {

  /**
   * Sends a message, frame or bytes. There is no limit to what may wait to be written: a caller
   * with much to send waits for the future or for {@link #whenWritable}.
   */
  CompletableFuture<Delivery> send(Outgoing outgoing);

  /** Sends in pieces; what is sent later waits until the last piece is out. */
  CompletableFuture<Delivery> send(Outgoing outgoing, Pace pace);

  /** Sends without saying what became of it: the cheap way for many small messages. */
  void post(Outgoing outgoing);

  /**
   * Sends what remains in {@code payload} as a message at once, without keeping the buffer: the way
   * to answer from within a callback. Only for the connection's own thread.
   *
   * @return false when nothing was sent, since the close had begun or the connection had ended
   */
  boolean sendHere(boolean text, ByteBuffer payload, Framing framing);

  /** Starts the close with a Close frame (RFC 6455, 7.1.2). */
  default void close(CloseStatus status) {
    post(new Outgoing.Close(status.toBody()));
  }

  /** Cuts the connection with a TCP reset: no Close frame, no TLS close_notify. */
  void abort();

  /**
   * Reads nothing more until {@link #resumeReading}, so that the peer has to wait. What was read
   * already, 64 KB at most, is still delivered. The peer's end, pongs and Close frames are not seen
   * meanwhile, and a keep-alive does not count the time.
   */
  void pauseReading();

  void resumeReading();

  /** Whether less waits to be written than the high water mark, 256 KB unless set. */
  boolean isWritable();

  /** Completes when {@link #isWritable} holds, and also when the connection ends. */
  CompletableFuture<Void> whenWritable();

  /**
   * Runs {@code task} on the connection's thread after {@code delay}, unless it has ended by then.
   */
  void schedule(Duration delay, Runnable task);

  /** Whether neither side has ended it: false from the end, not from the first Close frame. */
  boolean isOpen();

  /** Completes with how the connection ended, after the observer was told. */
  CompletableFuture<Closure> closure();

  SocketAddress remote();

  SocketAddress local();
}
