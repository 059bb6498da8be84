package parley.mock.fault;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import parley.protocol.endpoint.Outgoing;
import parley.transport.connection.Delivery;

/** What a session sends through: its connection, or faults in front of it. One thread. */
public interface Outlet {

  /** Sends after all that was sent before; completes on the same thread, maybe at once. */
  CompletableFuture<Delivery> send(Outgoing outgoing);

  /** Runs {@code task} on the same thread after {@code delay}, unless the connection has ended. */
  void schedule(Duration delay, Runnable task);

  /** The connection has ended: what is held back is lost. */
  void ended();
}
