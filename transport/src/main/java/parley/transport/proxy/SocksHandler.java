package parley.transport.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import parley.protocol.frame.Bytes;
import parley.protocol.socks.SocksClient;
import parley.protocol.socks.SocksClient.Progress;

/** Carries the bytes of a {@link SocksClient}, and leaves the pipeline when the way is open. */
final class SocksHandler extends ChannelInboundHandlerAdapter {

  /** Hears the outcome, once. */
  interface Listener {

    void opened();

    /** With what came, of which the refusal is the beginning, whatever its cuts. */
    void refused(Progress progress, Bytes received);

    void broken(Throwable failure);

    void ended();
  }

  private final SocksClient client;
  private final Listener listener;
  private boolean over;

  SocksHandler(SocksClient client, Listener listener) {
    this.client = client;
    this.listener = listener;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    send(context, client.greeting());
  }

  private static void send(ChannelHandlerContext context, Bytes bytes) {
    var _ = context.writeAndFlush(Unpooled.wrappedBuffer(bytes.asBuffer()));
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    var bytes = (ByteBuf) message;
    try {
      while (!over && bytes.isReadable()) {
        read(context, bytes);
      }
    } finally {
      bytes.release();
    }
  }

  private void read(ChannelHandlerContext context, ByteBuf bytes) {
    var view = bytes.nioBuffer();
    var progress = client.read(view);
    bytes.skipBytes(bytes.readableBytes() - view.remaining());
    switch (progress) {
      case Progress.Incomplete _ -> {}
      case Progress.Send(var due) -> send(context, due);
      case Progress.Open _ -> open(context, bytes);
      case Progress.LoginWanted _, Progress.Refused _, Progress.NotSocks _ -> {
        over = true;
        listener.refused(progress, joined(client.received(), bytes));
      }
    }
  }

  private static Bytes joined(Bytes answer, ByteBuf rest) {
    return Bytes.copyOf(Unpooled.wrappedBuffer(answer.asBuffer(), rest.nioBuffer()).nioBuffer());
  }

  /** What follows comes from the server. */
  private void open(ChannelHandlerContext context, ByteBuf rest) {
    over = true;
    listener.opened();
    if (rest.isReadable() && !context.isRemoved()) {
      context.fireChannelRead(rest.readRetainedSlice(rest.readableBytes()));
    }
    if (!context.isRemoved()) {
      context.pipeline().remove(this);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (!over) {
      over = true;
      listener.broken(cause);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (!over) {
      over = true;
      listener.ended();
    }
  }
}
