package parley.transport.listen;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import parley.protocol.deflate.DeflatePolicy;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.Header;
import parley.transport.fixture.Watcher;

/** A listener with pages, and a client by hand. */
final class PageServer implements AutoCloseable {

  static final String GET = "GET /page?a=b HTTP/1.1\r\nHost: localhost\r\n\r\n";
  static final String GET_1_0 = GET.replace("1.1", "1.0");
  static final PageAnswer HELLO = page(new PageBody.Whole(Bytes.utf8("hello")));

  private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

  private final Listener listener;

  PageServer(PageAnswer answer) throws IOException {
    this(ListenSpec.local(), _ -> CompletableFuture.completedFuture(answer));
  }

  PageServer(ListenSpec.Builder spec, Function<PageRequest, CompletableFuture<PageAnswer>> pages)
      throws IOException {
    this(
        spec,
        _ -> new UpgradeAnswer.Accept(null, DeflatePolicy.OFF, List.of(), new Watcher()),
        pages);
  }

  PageServer(
      ListenSpec.Builder spec,
      Function<UpgradeRequest, UpgradeAnswer> upgrades,
      Function<PageRequest, CompletableFuture<PageAnswer>> pages)
      throws IOException {
    listener = Listener.open(spec.build(), upgrades, pages);
  }

  static PageAnswer page(PageBody body) {
    return new PageAnswer(200, "OK", List.of(new Header("Content-Type", "text/plain")), body);
  }

  static PageBody stream(PageBody.Source source) {
    return new PageBody.Streamed(null, source);
  }

  int port() {
    return listener.port();
  }

  Socket dial() throws IOException {
    var socket = new Socket();
    socket.setReceiveBufferSize(32 << 10);
    socket.connect(new InetSocketAddress(HERE, port()));
    socket.setSoTimeout(10_000);
    return socket;
  }

  /** Dials and sends {@code request}. */
  Socket ask(String request) throws IOException {
    var socket = dial();
    socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    return socket;
  }

  /** Sends {@code request} and reads the answer up to the server's end. */
  String talk(String request) throws IOException {
    try (var socket = ask(request)) {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  @Override
  public void close() {
    listener.close();
  }
}
