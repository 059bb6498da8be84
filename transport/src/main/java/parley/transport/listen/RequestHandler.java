package parley.transport.listen;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;
import parley.protocol.deflate.DeflatePolicy;
import parley.protocol.endpoint.EndpointOptions;
import parley.protocol.endpoint.Role;
import parley.protocol.handshake.HeadReader;
import parley.protocol.handshake.HeadReader.Progress;
import parley.protocol.handshake.Header;
import parley.protocol.handshake.Refusal;
import parley.protocol.handshake.RequestHead;
import parley.protocol.handshake.ServerHandshake;
import parley.transport.channel.Farewell;
import parley.transport.channel.Link;
import parley.transport.channel.LinkSettings;
import parley.transport.channel.Loop;
import parley.transport.channel.Socket;
import parley.transport.connection.Connection;
import parley.transport.tls.TlsServer;

/** Reads the head of a client's request and opens its connection, or refuses it. */
final class RequestHandler extends ChannelInboundHandlerAdapter {

  /** The listener, as its request handlers see it. */
  interface Door {
    boolean isFull();

    /** The socket's request is over, in whatever way. */
    void left(Socket socket);

    UpgradeAnswer ask(UpgradeRequest request);

    /** Who answers requests for pages; empty when they are refused. */
    Optional<PageDesk> pages();

    void opened(Connection connection);
  }

  private static final List<Header> CLOSING = List.of(new Header("Connection", "close"));

  private final Loop loop;
  private final ListenSpec spec;
  private final @Nullable SSLEngine tls;
  private final Socket socket;
  private final Door door;
  private final HeadReader reader;
  private @Nullable Future<?> timer;
  private boolean over;

  RequestHandler(Loop loop, ListenSpec spec, @Nullable SSLEngine tls, Socket socket, Door door) {
    this.loop = loop;
    this.spec = spec;
    this.tls = tls;
    this.socket = socket;
    this.door = door;
    reader = HeadReader.ofRequest(spec.maxHead());
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    var timeoutNanos = spec.handshakeTimeout().toNanos();
    timer = context.executor().schedule(socket::cut, timeoutNanos, TimeUnit.NANOSECONDS);
    context.fireChannelActive();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    var bytes = (ByteBuf) message;
    try {
      if (!over) {
        read(bytes);
      }
    } finally {
      bytes.release();
    }
  }

  private void read(ByteBuf bytes) {
    var view = bytes.nioBuffer();
    var progress = reader.read(view);
    bytes.skipBytes(view.position());
    over = !(progress instanceof Progress.Incomplete);
    switch (progress) {
      case Progress.Incomplete() -> {}
      case Progress.Request(var head) -> answer(head, bytes);
      case Progress.NotHttp(var why) ->
          refuse(text(400, "Bad Request", "This is no HTTP: " + why + "\n"));
      case Progress.TooLarge(var limit) -> refuse(tooLarge(limit.toString()));
      case Progress.TooManyHeaders(var limit) -> refuse(tooLarge(limit + " headers"));
      case Progress.Response _ -> throw new IllegalStateException("a request is read here");
    }
  }

  private static Refusal text(int status, String reason, String text) {
    return Refusal.of(status, reason, CLOSING, text);
  }

  private static Refusal tooLarge(String limit) {
    return text(
        431, "Request Header Fields Too Large", "The request's head exceeds " + limit + ".\n");
  }

  private void answer(RequestHead head, ByteBuf rest) {
    var pages = door.pages().filter(_ -> PageRules.isPage(head));
    if (pages.isPresent()) {
      turn(pages.get(), head);
    } else {
      answerUpgrade(head, rest);
    }
  }

  private void turn(PageDesk pages, RequestHead head) {
    var refusal = PageRules.refusal(head);
    if (refusal.isPresent()) {
      refuse(refusal.get());
    } else if (door.isFull()) {
      refuse(full());
    } else {
      leave();
      pages.serve(socket, head);
    }
  }

  private void answerUpgrade(RequestHead head, ByteBuf rest) {
    var handshake = ServerHandshake.of(head, DeflatePolicy.OFF);
    if (!handshake.violations().isEmpty()) {
      refuse(handshake.refusal());
    } else if (door.isFull()) {
      refuse(full());
    } else {
      answer(ask(head), head, rest);
    }
  }

  private static Refusal full() {
    return text(503, "Service Unavailable", "There are too many connections.\n");
  }

  private UpgradeAnswer ask(RequestHead head) {
    var facts = tls == null ? null : TlsServer.facts(tls);
    try {
      return door.ask(new UpgradeRequest(head, socket.remoteAddress(), facts));
    } catch (RuntimeException fault) {
      report(fault);
      return new UpgradeAnswer.Reject(
          text(500, "Internal Server Error", "The server failed to answer.\n"));
    }
  }

  private static void report(RuntimeException fault) {
    var thread = Thread.currentThread();
    thread.getUncaughtExceptionHandler().uncaughtException(thread, fault);
  }

  private void answer(UpgradeAnswer answer, RequestHead head, ByteBuf rest) {
    switch (answer) {
      case UpgradeAnswer.Accept accept -> open(accept, head, rest);
      case UpgradeAnswer.Reject(var refusal) -> refuse(refusal);
    }
  }

  private void open(UpgradeAnswer.Accept accept, RequestHead head, ByteBuf rest) {
    var handshake = ServerHandshake.of(head, accept.deflate());
    var response =
        accept
            .subprotocol()
            .map(subprotocol -> handshake.accept(subprotocol, accept.headers()))
            .orElseGet(() -> handshake.accept(accept.headers()));
    leave();
    var _ = socket.write(Unpooled.wrappedBuffer(response.encode().asBuffer()));
    var link = Link.open(loop, socket, settings(handshake), accept.observer());
    door.opened(link);
    accept.observer().opened(link);
    link.receive(rest);
  }

  private LinkSettings settings(ServerHandshake handshake) {
    var endpoint =
        new EndpointOptions(
            Role.SERVER,
            spec.policy(),
            spec.maxMessage(),
            spec.autoPong(),
            handshake.deflate().orElse(null));
    return new LinkSettings(endpoint, spec.closeTimeout(), null);
  }

  private void refuse(Refusal refusal) {
    leave();
    Farewell.say(socket, List.of(refusal.head().encode(), refusal.body()), spec.closeTimeout());
  }

  private void leave() {
    end();
    socket.pipeline().remove(this);
  }

  private void end() {
    door.left(socket);
    if (timer != null) {
      timer.cancel(false);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    socket.cut();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    end();
  }
}
