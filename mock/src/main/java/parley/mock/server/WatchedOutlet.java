package parley.mock.server;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import parley.mock.fault.Outlet;
import parley.protocol.endpoint.Outgoing;
import parley.transport.connection.Connection;
import parley.transport.connection.Delivery;

/** A client's connection, with somebody who sees what is sent on it. */
record WatchedOutlet(Connection connection, ClientWatcher watcher) implements Outlet {

  @Override
  public CompletableFuture<Delivery> send(Outgoing outgoing) {
    watcher.sending(outgoing);
    return connection.send(outgoing);
  }

  @Override
  public void schedule(Duration delay, Runnable task) {
    connection.schedule(delay, task);
  }

  @Override
  public void ended() {
    // The connection knows.
  }
}
