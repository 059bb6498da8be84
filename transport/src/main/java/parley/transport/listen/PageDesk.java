package parley.transport.listen;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import parley.protocol.handshake.RequestHead;
import parley.transport.channel.Socket;

/** Serves a listener's pages, and knows those that are under way. For the loop's thread. */
final class PageDesk implements AutoCloseable {

  private final ListenSpec spec;
  private final Function<PageRequest, CompletableFuture<PageAnswer>> owner;
  private final ExecutorService sources = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<Socket> open = new HashSet<>();

  PageDesk(ListenSpec spec, Function<PageRequest, CompletableFuture<PageAnswer>> owner) {
    this.spec = spec;
    this.owner = owner;
  }

  /** How many sockets have a page under way. */
  int size() {
    return open.size();
  }

  void serve(Socket socket, RequestHead head) {
    open.add(socket);
    var _ = socket.closeFuture().addListener(_ -> open.remove(socket));
    var request = new PageRequest(head, socket.remoteAddress());
    new PageTurn(socket, spec, head, sources).begin(ask(request));
  }

  private CompletableFuture<PageAnswer> ask(PageRequest request) {
    try {
      return owner.apply(request);
    } catch (RuntimeException fault) {
      return CompletableFuture.failedFuture(fault);
    }
  }

  /** Cuts what is under way; sources learn of it by their next write, or are interrupted. */
  @Override
  public void close() {
    List.copyOf(open).forEach(Socket::cut);
    var _ = sources.shutdownNow();
  }

  /** Waits for the sources to end after {@link #close}; on any thread but the loop's. */
  void await(Duration timeout) {
    try {
      var _ = sources.awaitTermination(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
