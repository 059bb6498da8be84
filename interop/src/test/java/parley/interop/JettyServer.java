package parley.interop;

import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/** Jetty as the server. It takes the parameters of permessage-deflate from the offer alone. */
final class JettyServer implements PeerServer {

  private static final long MAX_MESSAGE_BYTES = 16 << 20;

  private final Server server = new Server();
  private final ServerConnector plain = new ServerConnector(server);
  private final ServerConnector secure;
  private final BlockingQueue<Heard.Closed> closed = new LinkedBlockingQueue<>();

  JettyServer(KeyStore identity) throws Exception {
    var tls = new SslContextFactory.Server();
    tls.setKeyStore(identity);
    tls.setKeyStorePassword("");
    tls.setSniRequired(false);
    secure = new ServerConnector(server, tls);
    List.of(plain, secure).forEach(this::bind);
    server.setHandler(WebSocketUpgradeHandler.from(server, this::configure));
    server.start();
  }

  private void bind(ServerConnector connector) {
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
  }

  private void configure(ServerWebSocketContainer container) {
    container.setMaxTextMessageSize(MAX_MESSAGE_BYTES);
    container.setMaxBinaryMessageSize(MAX_MESSAGE_BYTES);
    container.setMaxFrameSize(MAX_MESSAGE_BYTES);
    container.addMapping("/*", this::accept);
  }

  private Object accept(
      ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
    if (request.hasSubProtocol("parley.v1")) {
      response.setAcceptedSubProtocol("parley.v1");
    }
    var query = request.getHttpURI().getQuery();
    if (query == null || !query.contains("deflate")) {
      response.setExtensions(List.of());
    }
    return new JettyTalk.Obeying(closed::add);
  }

  @Override
  public int echoPort(boolean wantsTls) {
    return (wantsTls ? secure : plain).getLocalPort();
  }

  @Override
  public int obeyingPort(boolean wantsTls) {
    return echoPort(wantsTls);
  }

  @Override
  public void awaitClosed(Heard.Closed expected) {
    while (!Deadline.next(closed, () -> "expected " + expected).equals(expected)) {}
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
