package parley.transport.stage;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.ByteArrayOutputStream;
import parley.protocol.frame.Bytes;

/**
 * Keeps the first bytes that a peer sends below TLS, to be shown when they turn out not to be TLS.
 */
final class FirstBytes extends ChannelInboundHandlerAdapter {

  private static final int LIMIT_BYTES = 64;

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    var bytes = (ByteBuf) message;
    var count = Math.min(LIMIT_BYTES - kept.size(), bytes.readableBytes());
    var copy = new byte[count];
    bytes.getBytes(bytes.readerIndex(), copy);
    kept.writeBytes(copy);
    context.fireChannelRead(message);
  }

  Bytes bytes() {
    return Bytes.of(kept.toByteArray());
  }
}
