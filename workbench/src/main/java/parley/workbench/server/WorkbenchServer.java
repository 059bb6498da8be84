package parley.workbench.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import parley.protocol.deflate.DeflatePolicy;
import parley.protocol.frame.ByteSize;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.Header;
import parley.transport.listen.ListenSpec;
import parley.transport.listen.Listener;
import parley.transport.listen.PageAnswer;
import parley.transport.listen.PageBody;
import parley.transport.listen.PageRequest;
import parley.transport.listen.UpgradeAnswer;
import parley.transport.listen.UpgradeRequest;
import parley.workbench.call.Calls;
import parley.workbench.call.PageConnection;
import parley.workbench.call.Pages;

/** Serves the page and its WebSocket on one address. */
public final class WorkbenchServer implements AutoCloseable {

  /** A message of 16 MiB in a composer, escaped. */
  private static final ByteSize MAX_CALL = ByteSize.ofMegabytes(64);

  private final Assets assets = new Assets();
  private final Calls calls;
  private final Pages pages;
  private final Listener listener;

  private WorkbenchServer(InetSocketAddress bind, Calls calls, Pages pages) throws IOException {
    this.calls = calls;
    this.pages = pages;
    var spec = ListenSpec.at(bind).maxMessage(MAX_CALL).build();
    listener = Listener.open(spec, this::upgrade, this::page);
  }

  /**
   * Binds the address and begins to serve.
   *
   * @throws IOException when the address cannot be bound
   */
  public static WorkbenchServer open(InetSocketAddress bind, Calls calls, Pages pages)
      throws IOException {
    return new WorkbenchServer(bind, calls, pages);
  }

  /** Where a browser finds the page. */
  public String url() {
    return "http://127.0.0.1:" + listener.port() + "/";
  }

  private UpgradeAnswer upgrade(UpgradeRequest request) {
    return new UpgradeAnswer.Accept(
        null, DeflatePolicy.OFF, List.of(), new PageConnection(calls, pages));
  }

  private CompletableFuture<PageAnswer> page(PageRequest request) {
    var answer =
        assets
            .find(request.head().target())
            .map(one -> answer(200, "OK", one.type(), one.bytes()))
            .orElseGet(() ->
                answer(404, "Not Found", "text/plain", Bytes.utf8("There is no such page.\n")));
    return CompletableFuture.completedFuture(answer);
  }

  private static PageAnswer answer(int status, String reason, String type, Bytes body) {
    return new PageAnswer(
        status, reason, List.of(new Header("Content-Type", type)), new PageBody.Whole(body));
  }

  /** Takes no more pages and closes those that are open. */
  @Override
  public void close() {
    listener.close();
  }
}
