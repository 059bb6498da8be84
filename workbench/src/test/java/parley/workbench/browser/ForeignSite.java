package parley.workbench.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.Header;
import parley.protocol.handshake.Refusal;
import parley.transport.listen.ListenSpec;
import parley.transport.listen.Listener;
import parley.transport.listen.PageAnswer;
import parley.transport.listen.PageBody;
import parley.transport.listen.UpgradeAnswer;

/** A page of somebody else's, on another port of this machine. */
final class ForeignSite implements AutoCloseable {

  private final Listener listener;

  ForeignSite(String html) {
    var headers = List.of(new Header("Content-Type", "text/html; charset=utf-8"));
    var page = new PageAnswer(200, "OK", headers, new PageBody.Whole(Bytes.utf8(html)));
    var refusal = Refusal.of(404, "Not Found", List.of(), "");
    try {
      listener =
          Listener.open(
              ListenSpec.local().build(),
              _ -> new UpgradeAnswer.Reject(refusal),
              _ -> CompletableFuture.completedFuture(page));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its address, by either name of this machine. */
  String url(String host) {
    return "http://" + host + ":" + listener.port() + "/";
  }

  @Override
  public void close() {
    listener.close();
  }
}
