package parley.workspace;

import java.util.concurrent.atomic.AtomicInteger;
import parley.mock.server.ClientWatcher;
import parley.mock.server.MockWatcher;
import parley.protocol.endpoint.Closure;
import parley.transport.connection.Connection;
import parley.transport.connection.ConnectionObserver;
import parley.transport.listen.UpgradeRequest;

/** Counts the clients of a mock that are connected. */
final class Clients implements MockWatcher {

  private final AtomicInteger count = new AtomicInteger();
  private final Runnable changed;

  Clients(Runnable changed) {
    this.changed = changed;
  }

  int count() {
    return count.get();
  }

  @Override
  public ClientWatcher asked(long number, UpgradeRequest request) {
    return new ClientWatcher() {
      @Override
      public ConnectionObserver connection() {
        return new Counted();
      }
    };
  }

  private final class Counted implements ConnectionObserver {

    @Override
    public void opened(Connection connection) {
      count.incrementAndGet();
      changed.run();
    }

    @Override
    public void closed(Closure closure) {
      count.decrementAndGet();
      changed.run();
    }
  }
}
