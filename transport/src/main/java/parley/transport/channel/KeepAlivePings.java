package parley.transport.channel;

import io.netty.channel.EventLoop;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import parley.model.connection.KeepAlive;
import parley.protocol.frame.Bytes;

/** Sends a ping every so often and notices when none is answered. For the loop's thread. */
final class KeepAlivePings {

  /** What the pings need of their connection. */
  interface Pinged {
    boolean isOpen();

    boolean isReadingPaused();

    boolean isPingWaiting(Bytes payload);

    void sendPing(Bytes payload);

    void pongTimedOut();
  }

  private final EventLoop events;
  private final KeepAlive keepAlive;
  private final Pinged connection;
  private long count;

  KeepAlivePings(EventLoop events, KeepAlive keepAlive, Pinged connection) {
    this.events = events;
    this.keepAlive = keepAlive;
    this.connection = connection;
  }

  void start() {
    var _ = events.schedule(this::ping, keepAlive.every().toNanos(), TimeUnit.NANOSECONDS);
  }

  private void ping() {
    if (!connection.isOpen()) {
      return;
    }
    var payload = Bytes.copyOf(ByteBuffer.allocate(Long.BYTES).putLong(++count).flip());
    connection.sendPing(payload);
    expect(payload);
    start();
  }

  private void expect(Bytes payload) {
    var _ =
        events.schedule(() -> judge(payload), keepAlive.timeout().toNanos(), TimeUnit.NANOSECONDS);
  }

  /** An answer that we do not read is no answer that is missing. */
  private void judge(Bytes payload) {
    if (!connection.isOpen() || !connection.isPingWaiting(payload)) {
      return;
    }
    if (connection.isReadingPaused()) {
      expect(payload);
    } else {
      connection.pongTimedOut();
    }
  }
}
