package parley.transport.stage;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import parley.model.connection.Attempt.BodyEnd;
import parley.protocol.frame.Bytes;

/** Reads the body of a refusal until it ends, in whichever way. */
public final class RefusalHandler extends ChannelInboundHandlerAdapter {

  private final RefusalBody body;
  private final Duration timeout;
  private final BiConsumer<Bytes, BodyEnd> whenOver;
  private boolean over;

  public RefusalHandler(RefusalBody body, Duration timeout, BiConsumer<Bytes, BodyEnd> whenOver) {
    this.body = body;
    this.timeout = timeout;
    this.whenOver = whenOver;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    var _ =
        context
            .executor()
            .schedule(() -> end(BodyEnd.TIMEOUT), timeout.toNanos(), TimeUnit.NANOSECONDS);
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

  public void read(ByteBuf bytes) {
    body.read(bytes.nioBuffer()).ifPresent(this::end);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    end(BodyEnd.CUT);
  }

  /** RFC 8446, 6.1: close_notify ends what comes, though the TCP connection may stay a while. */
  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof SslCloseCompletionEvent) {
      end(body.endOfStream());
    }
    context.fireUserEventTriggered(event);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    end(body.endOfStream());
  }

  private void end(BodyEnd how) {
    if (!over) {
      over = true;
      whenOver.accept(body.received(), how);
    }
  }
}
