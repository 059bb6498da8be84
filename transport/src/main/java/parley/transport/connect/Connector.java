package parley.transport.connect;

import java.util.concurrent.CompletableFuture;
import parley.model.connection.Attempt;
import parley.model.connection.ConnectSpec;
import parley.transport.connection.ConnectionObserver;

/** Opens client connections, all on one event loop. Any thread may call it. */
public final class Connector implements AutoCloseable {

  /** Starts the event loop with the first connection. */
  public Connector() {}

  /**
   * Tries to open a connection. Whatever the peer or the network does is a value of {@link
   * Attempt}; the future never completes with an exception. Cancelling the future gives up at once.
   * An open connection comes to the observer: {@link ConnectionObserver#opened}.
   */
  public CompletableFuture<Attempt> connect(ConnectSpec spec, ConnectionObserver observer) {
    return new CompletableFuture<>();
  }

  /** Cuts what is open, gives up what is being opened, and ends the event loop. */
  @Override
  public void close() {}
}
