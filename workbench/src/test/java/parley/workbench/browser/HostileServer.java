package parley.workbench.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import parley.protocol.deflate.DeflatePolicy;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.Header;
import parley.protocol.handshake.Refusal;
import parley.protocol.handshake.ResponseHead;
import parley.transport.connection.Connection;
import parley.transport.connection.ConnectionObserver;
import parley.transport.listen.ListenSpec;
import parley.transport.listen.Listener;
import parley.transport.listen.UpgradeAnswer;
import parley.transport.listen.UpgradeRequest;

/** Sends markup wherever it can: as messages, and as the page of a refusal. */
final class HostileServer implements AutoCloseable {

  private final String markup;
  private final Listener listener;

  HostileServer(String markup) {
    this.markup = markup;
    try {
      listener = Listener.open(ListenSpec.local().build(), this::answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Paths that begin with {@code /refuses} are refused. */
  String url(String path) {
    return "ws://127.0.0.1:" + listener.port() + path;
  }

  private UpgradeAnswer answer(UpgradeRequest request) {
    return request.head().target().startsWith("/refuses")
        ? new UpgradeAnswer.Reject(refusal())
        : new UpgradeAnswer.Accept(
            null, DeflatePolicy.OFF, List.of(new Header("X-Evil", markup)), new Greeter());
  }

  private Refusal refusal() {
    var body = Bytes.utf8("<!doctype html><h1>No</h1>" + markup);
    var headers =
        List.of(
            new Header("Content-Type", "text/html"),
            new Header("X-Evil", markup),
            new Header("Content-Length", Integer.toString(body.size())));
    return new Refusal(new ResponseHead("HTTP/1.1", 403, "Forbidden", headers), body);
  }

  @Override
  public void close() {
    listener.close();
  }

  /** Says it as soon as it may. */
  private final class Greeter implements ConnectionObserver {
    @Override
    public void opened(Connection connection) {
      connection.post(Outgoing.text(markup));
      connection.post(Outgoing.text("{\"a\":\"" + markup.replace("\"", "\\\"") + "\"}"));
      connection.post(new Outgoing.Ping(Bytes.utf8(markup)));
    }
  }
}
