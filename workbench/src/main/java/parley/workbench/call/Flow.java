package parley.workbench.call;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import parley.protocol.endpoint.Outgoing;
import parley.transport.connection.Connection;

/**
 * Keeps what a page asks for and does not take within limits. A page with too many calls under way
 * is not read until some are done, an answer waits until the page takes what was sent before, and a
 * page that takes no events is cut off: it comes back and asks for all anew. Any thread may call
 * it.
 */
final class Flow {

  static final int MAX_CALLS = 256;

  /** In UTF-16 code units. */
  private static final long MAX_UNSENT = 64 << 20;

  private final Connection connection;
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicLong unsent = new AtomicLong();

  Flow(Connection connection) {
    this.connection = connection;
  }

  /** A call was read; on the connection's thread. */
  void begun() {
    if (calls.incrementAndGet() >= MAX_CALLS) {
      connection.pauseReading();
    }
  }

  /** A call was answered. */
  void done() {
    if (calls.getAndDecrement() == MAX_CALLS) {
      connection.resumeReading();
    }
  }

  /** Sends an answer once there is room; waits on a virtual thread. */
  void answer(String message) {
    connection.whenWritable().join();
    connection.post(Outgoing.text(message));
  }

  /** Sends an event at once. */
  void tell(String message) {
    if (unsent.addAndGet(message.length()) > MAX_UNSENT) {
      connection.abort();
      return;
    }
    var _ =
        connection
            .send(Outgoing.text(message))
            .thenAccept(_ -> unsent.addAndGet(-message.length()));
  }
}
