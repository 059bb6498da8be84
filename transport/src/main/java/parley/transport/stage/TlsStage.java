package parley.transport.stage;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import parley.model.connection.HostPort;
import parley.model.connection.TlsFacts;
import parley.protocol.frame.Bytes;
import parley.transport.tls.TlsClient;
import parley.transport.tls.TlsDiagnosis;

/** The TLS handshake of one connection, and what is known of it before, during and after. */
public final class TlsStage {

  private final TlsClient client;
  private final SSLEngine engine;
  private final String name;
  private final FirstBytes firstBytes = new FirstBytes();
  private final ResetWatch resets = new ResetWatch();
  private final @Nullable KeyLogTap keyLog;
  private boolean succeeded;

  public TlsStage(TlsClient client, HostPort server) {
    this.client = client;
    engine = client.engineFor(server);
    name = client.nameFor(server.host());
    keyLog = client.secrets().map(KeyLogTap::new).orElse(null);
  }

  /** The name that the server is asked for and must show. */
  public String name() {
    return name;
  }

  /** Begins; {@code whenOver} gets null when it succeeded. */
  public void start(DuplexChannel socket, WhenOver whenOver) {
    var handler = new SslHandler(engine);
    handler.setHandshakeTimeoutMillis(0); // The attempt has a deadline of its own.
    socket.pipeline().addLast(firstBytes);
    if (keyLog != null) {
      socket.pipeline().addLast(keyLog);
    }
    socket.pipeline().addLast(handler, resets);
    handler.handshakeFuture().addListener(done -> ended(socket, done, whenOver));
  }

  private void ended(DuplexChannel socket, Future<?> done, WhenOver whenOver) {
    if (done.isSuccess()) {
      succeeded = true;
      socket.pipeline().remove(firstBytes);
      socket.pipeline().remove(resets);
      whenOver.ended(keyLog == null ? null : keyLog.end(socket, engine));
    } else {
      whenOver.ended(resets.first().orElse(done.cause()));
    }
  }

  /** Hears the end of the handshake. */
  public interface WhenOver {
    void ended(@Nullable Throwable failure);
  }

  /** What came below TLS, up to 64 bytes of it. */
  public Bytes firstBytes() {
    return firstBytes.bytes();
  }

  public Optional<TlsDiagnosis> diagnose(Throwable failure) {
    return TlsDiagnosis.of(failure, client.trace(engine), name);
  }

  public TlsFacts facts() {
    return client.facts(engine, succeeded);
  }

  public void forget() {
    client.forget(engine);
  }

  /** A reset below TLS, which the handshake's own exception does not tell. */
  private static final class ResetWatch extends ChannelInboundHandlerAdapter {

    private @Nullable Throwable first;

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      if (first == null && !(cause.getCause() instanceof SSLException)) {
        first = cause;
      }
    }

    Optional<Throwable> first() {
      return Optional.ofNullable(first);
    }
  }
}
