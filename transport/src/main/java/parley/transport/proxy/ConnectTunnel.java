package parley.transport.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.channel.socket.DuplexChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import parley.model.connection.Attempt.BodyEnd;
import parley.model.connection.Cause;
import parley.model.connection.ConnectSpec;
import parley.model.connection.HostPort;
import parley.model.connection.ProxySpec;
import parley.protocol.frame.ByteSize;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.Header;
import parley.protocol.handshake.RequestHead;
import parley.protocol.handshake.ResponseHead;
import parley.transport.connection.ConnectionObserver;
import parley.transport.stage.RefusalBody;
import parley.transport.stage.RefusalHandler;
import parley.transport.stage.UpgradeHandler;

/**
 * Asks an HTTP proxy with CONNECT (RFC 9110, 9.3.6), and again with a user and a password when it
 * asks who is there (RFC 9110, 11.7): on the same connection if that stays, else on another one.
 *
 * <pre>
 *   CONNECT -> 2xx -> passed
 *           -> 407 -> CONNECT with an answer | failed
 *           -> other -> failed
 * </pre>
 */
final class ConnectTunnel implements ProxyTunnel, UpgradeHandler.Listener {

  private static final String REFUSAL = "proxy's refusal";
  private static final int UNAUTHORIZED = 401;
  private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

  private final HostPort server;
  private final ProxySpec proxy;
  private final ByteSize maxBody;
  private final Duration bodyTimeout;
  private final TunnelLog facts;
  private final ConnectionObserver observer;
  private final Listener listener;
  private final ProxyLogin login;
  private @Nullable String authorization;
  private @Nullable DuplexChannel socket;
  private @Nullable UpgradeHandler exchange;
  private boolean reused;
  private long sentNanos;

  ConnectTunnel(
      ConnectSpec spec,
      ProxySpec proxy,
      TunnelLog facts,
      ConnectionObserver observer,
      Supplier<Bytes> nonces,
      Listener listener) {
    server = spec.url().hostPort().withoutZone();
    maxBody = spec.maxRefusalBody();
    bodyTimeout = spec.refusalTimeout();
    this.proxy = proxy;
    this.facts = facts;
    this.observer = observer;
    this.listener = listener;
    login = new ProxyLogin(proxy, server.toString(), nonces);
  }

  @Override
  public void start(DuplexChannel connected) {
    socket = connected;
    reused = false;
    ask(connected);
  }

  private void ask(DuplexChannel connected) {
    var shown = request(authorization == null ? null : ProxyLogin.hidden(authorization));
    facts.request(shown);
    observer.upgrading(shown);
    sentNanos = System.nanoTime();
    var next = new UpgradeHandler(request(authorization), Bytes.EMPTY, this);
    exchange = next;
    connected.pipeline().addLast(next);
    connected.config().setAutoRead(true);
  }

  private RequestHead request(@Nullable String answer) {
    var headers = new ArrayList<>(List.of(new Header("Host", server.toString())));
    if (answer != null) {
      headers.add(new Header("Proxy-Authorization", answer));
    }
    return new RequestHead("CONNECT", server.toString(), "HTTP/1.1", headers);
  }

  @Override
  public void answered(ResponseHead answer, Bytes head, ByteBuf rest) {
    listener.guarded(() -> judge(answer, rest));
  }

  private void judge(ResponseHead answer, ByteBuf rest) {
    facts.answer(answer, Bytes.EMPTY);
    observer.answered(answer, Duration.ofNanos(System.nanoTime() - sentNanos));
    var connected = socket;
    var over = exchange;
    if (connected == null || over == null) {
      throw new IllegalStateException("an answer needs a question");
    }
    if (answer.status() / 100 == 2) {
      open(connected, over, rest);
    } else if (answer.status() == PROXY_AUTHENTICATION_REQUIRED) {
      asked(connected, over, answer, rest);
    } else {
      readBody(connected, over, answer, rest, _ -> refused(answer));
    }
  }

  /** RFC 9110, 9.3.6: whatever follows the head comes from the server. */
  private void open(DuplexChannel connected, UpgradeHandler over, ByteBuf rest) {
    var context = connected.pipeline().context(over);
    listener.passed();
    if (rest.isReadable() && !context.isRemoved()) {
      context.fireChannelRead(rest.retain());
    }
    if (!context.isRemoved()) {
      connected.pipeline().remove(over);
    }
  }

  /** A connection that the proxy closes is not waited for, unless its body is to be shown. */
  private void asked(
      DuplexChannel connected, UpgradeHandler over, ResponseHead answer, ByteBuf rest) {
    switch (login.answer(answer)) {
      case ProxyLogin.Outcome.Answer(var value) -> {
        authorization = value;
        if (ConnectRefusal.leavesConnection(answer)) {
          readBody(connected, over, answer, rest, end -> tell(connected, end));
        } else {
          listener.again();
        }
      }
      case ProxyLogin.Outcome.None(var why) ->
          readBody(connected, over, answer, rest, _ -> listener.failed(Cause.PROXY_LOGIN, why));
    }
  }

  private void tell(DuplexChannel connected, BodyEnd end) {
    if (end == BodyEnd.COMPLETE && connected.isActive()) {
      reused = true;
      ask(connected);
    } else {
      listener.again();
    }
  }

  private void readBody(
      DuplexChannel connected,
      UpgradeHandler over,
      ResponseHead answer,
      ByteBuf rest,
      Consumer<BodyEnd> then) {
    var reader =
        new RefusalHandler(
            new RefusalBody(answer, maxBody),
            bodyTimeout,
            (bytes, end) -> {
              facts.answer(answer, bytes);
              if (connected.pipeline().get(REFUSAL) != null) {
                connected.pipeline().remove(REFUSAL);
              }
              listener.guarded(() -> then.accept(end));
            });
    connected.pipeline().replace(over, REFUSAL, reader);
    reader.read(rest);
  }

  private void refused(ResponseHead answer) {
    if (authorization != null && answer.status() == UNAUTHORIZED) {
      listener.failed(Cause.PROXY_LOGIN, login.refused(answer)); // as tinyproxy says it
    } else {
      listener.failed(ConnectRefusal.cause(answer), ConnectRefusal.text(answer, proxy, server));
    }
  }

  @Override
  public void notHttp(String why, Bytes received) {
    facts.received(received);
    listener.failed(
        Cause.NOT_A_PROXY, "what listens at " + proxy.url() + " is no HTTP proxy: " + why);
  }

  @Override
  public void tooLarge(String limit, Bytes received) {
    facts.received(received);
    listener.failed(
        Cause.HEAD_TOO_LARGE, "the head of the proxy's answer exceeds the limit of " + limit);
  }

  @Override
  public void broken(Throwable failure, Bytes received) {
    facts.received(received);
    if (!isLeftAlone(received)) {
      listener.broken(failure);
    }
  }

  @Override
  public void ended(Bytes received) {
    facts.received(received);
    if (!isLeftAlone(received)) {
      listener.failed(
          Cause.STREAM_ENDED,
          "the proxy "
              + proxy.url()
              + " ended the connection "
              + (received.isEmpty() ? "without an answer" : "within its answer"));
    }
  }

  /** A proxy may close a connection that it seemed to keep; then the question is due once more. */
  private boolean isLeftAlone(Bytes received) {
    var left = reused && received.isEmpty();
    if (left) {
      listener.again();
    }
    return left;
  }
}
