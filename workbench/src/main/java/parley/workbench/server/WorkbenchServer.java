package parley.workbench.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import parley.protocol.deflate.DeflatePolicy;
import parley.protocol.frame.ByteSize;
import parley.transport.listen.ListenSpec;
import parley.transport.listen.Listener;
import parley.transport.listen.PageAnswer;
import parley.transport.listen.PageRequest;
import parley.transport.listen.UpgradeAnswer;
import parley.transport.listen.UpgradeRequest;
import parley.workbench.call.Calls;
import parley.workbench.call.PageConnection;
import parley.workbench.call.Pages;

/**
 * Serves the page, its WebSocket and its downloads on one address, to those whom the gate and the
 * entrance let in.
 */
public final class WorkbenchServer implements AutoCloseable {

  /** A message of 16 MiB in a composer, escaped. */
  private static final ByteSize MAX_CALL = ByteSize.ofMegabytes(64);

  /** A page that does not answer the end must not hold up who ends the program. */
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

  private static final int MAX_CONNECTIONS = 256;

  private final Calls calls;
  private final Pages pages;
  private final Listener listener;
  private final CompletableFuture<Desk> desk = new CompletableFuture<>(); // knows the port

  private WorkbenchServer(InetSocketAddress bind, Calls calls, Pages pages) throws IOException {
    this.calls = calls;
    this.pages = pages;
    var spec =
        ListenSpec.at(bind)
            .maxMessage(MAX_CALL)
            .maxConnections(MAX_CONNECTIONS)
            .closeTimeout(CLOSE_TIMEOUT);
    listener = Listener.open(spec.build(), this::upgrade, this::page);
  }

  /**
   * Binds the address and begins to serve.
   *
   * @throws IOException when the address cannot be bound
   */
  public static WorkbenchServer open(
      InetSocketAddress bind, Calls calls, Pages pages, Downloads downloads) throws IOException {
    var server = new WorkbenchServer(bind, calls, pages);
    var port = server.listener.port();
    server.desk.complete(new Desk(new Hosts(bind, port), new Entrance(port), downloads));
    return server;
  }

  /** What the user opens, in any browser and as often as they like, until the server ends. */
  public String url() {
    return desk.join().url();
  }

  /** The same for a command line, which others may see: good for one time and two minutes. */
  public String urlOnce() {
    return desk.join().urlOnce();
  }

  private UpgradeAnswer upgrade(UpgradeRequest request) {
    var objection =
        Optional.ofNullable(desk.getNow(null))
            .map(ready -> ready.objectionToCalls(request.head()))
            .orElse(Optional.of("The workbench is just starting."));
    return objection.<UpgradeAnswer>map(WorkbenchServer::refuse).orElseGet(this::accept);
  }

  private static UpgradeAnswer refuse(String objection) {
    return new UpgradeAnswer.Reject(Replies.refusal(objection));
  }

  private UpgradeAnswer accept() {
    return new UpgradeAnswer.Accept(
        Entrance.SUBPROTOCOL, DeflatePolicy.OFF, List.of(), new PageConnection(calls, pages));
  }

  private CompletableFuture<PageAnswer> page(PageRequest request) {
    return desk.thenApply(ready -> ready.answer(request.head()));
  }

  /** Takes no more pages and closes those that are open. */
  @Override
  public void close() {
    listener.close();
  }
}
