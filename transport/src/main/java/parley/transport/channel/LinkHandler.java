package parley.transport.channel;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.ChannelOutputShutdownEvent;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import java.io.IOException;
import javax.net.ssl.SSLException;

/** Tells a link what its socket does. */
final class LinkHandler extends ChannelInboundHandlerAdapter {

  private final Link link;

  LinkHandler(Link link) {
    this.link = link;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    var bytes = (ByteBuf) message;
    try {
      link.receive(bytes);
    } finally {
      bytes.release();
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    link.readCompleted();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    link.writabilityChanged();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event == ChannelInputShutdownEvent.INSTANCE || isCloseNotify(event)) {
      link.inputEnded();
    } else if (event instanceof ChannelOutputShutdownEvent) {
      link.outputEnded();
    }
  }

  /** The TLS end of stream (RFC 8446, 6.1). */
  private static boolean isCloseNotify(Object event) {
    return event instanceof SslCloseCompletionEvent closed && closed.isSuccess();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (cause instanceof IOException || cause.getCause() instanceof SSLException) {
      link.reset();
    } else {
      link.failed(cause);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    link.socketClosed();
  }
}
