package parley.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.ExtensionConfig;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.client.ClientUpgradeRequest;
import org.eclipse.jetty.websocket.client.WebSocketClient;
import org.jspecify.annotations.Nullable;
import parley.protocol.frame.Bytes;

/** Jetty as the client, which trusts the one certificate. */
final class JettyClient implements PeerClient {

  private static final long MAX_MESSAGE_BYTES = 16 << 20;

  private final WebSocketClient client;
  private BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
  private @Nullable Session session;

  JettyClient(KeyStore trusted) throws Exception {
    var tls = new SslContextFactory.Client();
    tls.setTrustStore(trusted);
    var connector = new ClientConnector();
    connector.setSslContextFactory(tls);
    client = new WebSocketClient(new HttpClient(new HttpClientTransportOverHTTP(connector)));
    client.setMaxTextMessageSize(MAX_MESSAGE_BYTES);
    client.setMaxBinaryMessageSize(MAX_MESSAGE_BYTES);
    client.setMaxFrameSize(MAX_MESSAGE_BYTES);
    client.start();
  }

  @Override
  public void open(URI url, List<String> subprotocols, Deflate deflate) {
    heard = new LinkedBlockingQueue<>();
    var request = new ClientUpgradeRequest(url);
    request.setSubProtocols(subprotocols);
    if (deflate.wanted()) {
      request.addExtensions(extension(deflate));
    }
    try {
      session = client.connect(new JettyTalk.Hearing(heard), request).join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ExtensionConfig extension(Deflate deflate) {
    return ExtensionConfig.parse(deflate.toOffer().toHeaderValue());
  }

  private Session session() {
    if (session == null) {
      throw new IllegalStateException("not open");
    }
    return session;
  }

  @Override
  public void text(String... parts) {
    JettyTalk.sendText(session(), parts);
  }

  @Override
  public void binary(Bytes payload) {
    session().sendBinary(payload.asBuffer(), Callback.NOOP);
  }

  @Override
  public void ping(String payload) {
    session().sendPing(JettyTalk.bytes(payload), Callback.NOOP);
  }

  @Override
  public void close(int code, String reason) {
    session().close(code, reason, Callback.NOOP);
  }

  @Override
  public Heard next() {
    return Deadline.next(heard, () -> "The session: " + session);
  }

  @Override
  public void close() {
    try {
      client.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
