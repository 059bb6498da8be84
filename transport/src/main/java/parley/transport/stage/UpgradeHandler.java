package parley.transport.stage;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import org.jspecify.annotations.Nullable;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.HeadReader;
import parley.protocol.handshake.HeadReader.Progress;
import parley.protocol.handshake.RequestHead;
import parley.protocol.handshake.ResponseHead;

/** Sends the request and reads the head of its answer; interim answers are passed over. */
public final class UpgradeHandler extends ChannelInboundHandlerAdapter {

  /** Hears the outcome, once. */
  public interface Listener {

    /**
     * The final answer's head is complete.
     *
     * @param rest what follows the head, lent until the call returns
     */
    void answered(ResponseHead answer, Bytes head, ByteBuf rest);

    void notHttp(String why, Bytes received);

    void tooLarge(String limit, Bytes received);

    void broken(Throwable failure, Bytes received);

    void ended(Bytes received);
  }

  private final RequestHead request;
  private final Bytes body;
  private final Listener listener;
  private HeadReader reader = HeadReader.ofResponse(HeadReader.DEFAULT_LIMIT);
  private @Nullable Throwable writeFailure;
  private boolean over;

  public UpgradeHandler(RequestHead request, Bytes body, Listener listener) {
    this.request = request;
    this.body = body;
    this.listener = listener;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    var bytes = Unpooled.wrappedBuffer(request.encode().asBuffer(), body.asBuffer());
    context.writeAndFlush(bytes).addListener(written -> writeFailure = written.cause());
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    var bytes = (ByteBuf) message;
    try {
      read(bytes);
    } finally {
      bytes.release();
    }
  }

  private void read(ByteBuf bytes) {
    if (over) {
      return;
    }
    var view = bytes.nioBuffer();
    var progress = readHead(view);
    bytes.skipBytes(bytes.readableBytes() - view.remaining());
    over = !(progress instanceof Progress.Incomplete);
    switch (progress) {
      case Progress.Incomplete() -> {}
      case Progress.Response(var head) -> listener.answered(head, reader.received(), bytes);
      case Progress.NotHttp(var why) -> listener.notHttp(why, reader.received());
      case Progress.TooLarge(var limit) -> listener.tooLarge(limit.toString(), reader.received());
      case Progress.TooManyHeaders(var limit) ->
          listener.tooLarge(limit + " headers", reader.received());
      case Progress.Request _ -> throw new IllegalStateException("a response is read here");
    }
  }

  private Progress readHead(ByteBuffer view) {
    var progress = reader.read(view);
    while (progress instanceof Progress.Response(var head) && head.isInterim()) {
      reader = HeadReader.ofResponse(HeadReader.DEFAULT_LIMIT);
      progress = reader.read(view);
    }
    return progress;
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (!over) {
      over = true;
      listener.broken(cause, reader.received());
    }
  }

  /** After a write that failed, a reset reads as an ordinary end. */
  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (over) {
      return;
    }
    over = true;
    if (writeFailure == null || writeFailure instanceof ClosedChannelException) {
      listener.ended(reader.received());
    } else {
      listener.broken(writeFailure, reader.received());
    }
  }

  /** What has come of an answer that is not complete. */
  public Bytes received() {
    return reader.received();
  }
}
