package parley.transport.listen;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import parley.protocol.endpoint.CloseCode;
import parley.protocol.endpoint.CloseStatus;
import parley.transport.channel.Loop;
import parley.transport.channel.ServerSocket;
import parley.transport.channel.Socket;
import parley.transport.connection.Connection;
import parley.transport.connection.Scheduled;
import parley.transport.tls.KeyMaterial;
import parley.transport.tls.TlsServer;

/**
 * Accepts connections on one address. The owner's functions are called on the listener's thread and
 * must not block.
 */
public final class Listener implements AutoCloseable {

  private final Loop loop = new Loop("parley-listen");
  private final ListenSpec spec;
  private final Function<UpgradeRequest, UpgradeAnswer> owner;
  private final @Nullable TlsServer tls;
  private final ServerSocket server;
  private final @Nullable PageDesk pages;
  private final Set<Connection> connections = new HashSet<>(); // of the loop's thread
  private final Arrivals arrivals; // of the loop's thread

  private Listener(
      ListenSpec spec, Function<UpgradeRequest, UpgradeAnswer> owner, @Nullable PageDesk pages) {
    this.spec = spec;
    this.owner = owner;
    this.pages = pages;
    arrivals = new Arrivals(spec.maxConnections());
    tls =
        spec.tls()
            .map(identity -> new KeyMaterial(identity.key(), identity.chain()))
            .map(material -> new TlsServer(material, spec.clientAuthorities()))
            .orElse(null);
    server = new ServerSocket(loop);
    server.config().setBacklog(spec.backlog());
  }

  /**
   * Binds the address and begins to accept. Requests that ask for no upgrade are refused.
   *
   * @throws IOException when the address cannot be bound
   */
  public static Listener open(ListenSpec spec, Function<UpgradeRequest, UpgradeAnswer> owner)
      throws IOException {
    return bound(new Listener(spec, owner, null));
  }

  /**
   * Binds the address and begins to accept. Requests that ask for no WebSocket are answered by
   * {@code pages}, which may complete its answer later and on any thread; one that fails is
   * answered with 500.
   *
   * @throws IOException when the address cannot be bound
   */
  public static Listener open(
      ListenSpec spec,
      Function<UpgradeRequest, UpgradeAnswer> owner,
      Function<PageRequest, CompletableFuture<PageAnswer>> pages)
      throws IOException {
    return bound(new Listener(spec, owner, new PageDesk(spec, pages)));
  }

  private static Listener bound(Listener listener) throws IOException {
    try {
      listener.bind();
      return listener;
    } catch (IOException failure) {
      listener.loop.close();
      throw failure;
    }
  }

  private void bind() throws IOException {
    server.pipeline().addLast(new Acceptor());
    var _ = loop.events().register(server).awaitUninterruptibly();
    var bound = server.bind(spec.bind()).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new IOException(spec.bind() + ": " + bound.cause().getMessage(), bound.cause());
    }
  }

  /** The address in use, with the port that was taken for port 0. */
  public InetSocketAddress address() {
    return server.localAddress();
  }

  public int port() {
    return address().getPort();
  }

  /**
   * Runs {@code task} on the listener's thread, on which all its observers are called: at once when
   * called there. It must not block.
   *
   * @return false when the listener is closed and the task will not run
   */
  public boolean execute(Runnable task) {
    return loop.run(task);
  }

  /**
   * Runs {@code task} on the listener's thread after {@code delay}, never earlier; not at all when
   * the listener is closed by then. It must not block.
   */
  public Scheduled schedule(Duration delay, Runnable task) {
    return loop.schedule(delay, task);
  }

  private void accept(Socket socket) {
    arrivals.add(socket);
    var engine = tls == null ? null : tls.newEngine();
    if (engine != null) {
      var handler = new SslHandler(engine);
      handler.setHandshakeTimeoutMillis(0); // The request handler bounds both.
      socket.pipeline().addLast(handler);
    }
    socket.pipeline().addLast(new RequestHandler(loop, spec, engine, socket, new Door()));
    var _ = loop.events().register(socket);
  }

  /**
   * Takes no more connections, closes those that are open with 1001 (RFC 6455, 7.4.1), cuts pages
   * that are under way, and waits until all have ended, for the close timeout at most. Not to be
   * called on the listener's thread.
   */
  @Override
  public void close() {
    var ended = new CompletableFuture<Void>();
    if (loop.run(() -> closeAll(ended))) {
      // Each connection keeps to the timeout itself; this only bounds what should not happen.
      awaitAtMost(spec.closeTimeout().plusSeconds(1), ended);
    }
    if (pages != null) {
      pages.await(spec.closeTimeout());
    }
    loop.close();
  }

  private void closeAll(CompletableFuture<Void> ended) {
    var _ = server.close();
    if (pages != null) {
      pages.close();
    }
    var open = List.copyOf(connections);
    open.forEach(connection -> connection.close(CloseStatus.of(CloseCode.GOING_AWAY)));
    var closures = open.stream().map(Connection::closure).toArray(CompletableFuture<?>[]::new);
    var _ = CompletableFuture.allOf(closures).thenAccept(ended::complete);
  }

  private static void awaitAtMost(Duration timeout, CompletableFuture<Void> ended) {
    var _ =
        ended
            .completeOnTimeout(null, timeout.toNanos(), TimeUnit.NANOSECONDS)
            .exceptionally(_ -> null)
            .join();
  }

  /** Hands what the server socket accepts to its listener. */
  private final class Acceptor extends ChannelInboundHandlerAdapter {

    @Override
    public void channelRead(ChannelHandlerContext context, Object accepted) {
      accept((Socket) accepted);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      // Accepting failed for one client, such as for want of file descriptors: the next may do.
    }
  }

  /** What a request handler asks of its listener. */
  private final class Door implements RequestHandler.Door {

    @Override
    public boolean isFull() {
      return connections.size() + (pages == null ? 0 : pages.size()) >= spec.maxConnections();
    }

    @Override
    public void left(Socket socket) {
      arrivals.remove(socket);
    }

    @Override
    public UpgradeAnswer ask(UpgradeRequest request) {
      return owner.apply(request);
    }

    @Override
    public Optional<PageDesk> pages() {
      return Optional.ofNullable(pages);
    }

    @Override
    public void opened(Connection connection) {
      connections.add(connection);
      var _ = connection.closure().thenRun(() -> connections.remove(connection));
    }
  }
}
