package parley.transport.channel;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.List;
import parley.protocol.frame.Bytes;

/**
 * Last words to a peer whose connection is not opened: they are sent, then it is ended in order.
 */
public final class Farewell extends ChannelInboundHandlerAdapter {

  private final Outbox outbox;
  private final Ending ending;

  private Farewell(DuplexChannel socket, Duration timeout) {
    outbox = new Outbox(socket, () -> {});
    ending = new Ending(socket, outbox, new ReadGate(socket), timeout, () -> {});
  }

  /** Sends {@code words} and ends the connection; the peer has {@code timeout} to end its half. */
  public static void say(DuplexChannel socket, List<Bytes> words, Duration timeout) {
    var farewell = new Farewell(socket, timeout);
    socket.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
    socket.pipeline().addLast(farewell);
    words.forEach(word -> farewell.outbox.write(Unpooled.wrappedBuffer(word.asBuffer())));
    farewell.end(socket.isInputShutdown());
  }

  private void end(boolean inputEnded) {
    if (inputEnded) {
      ending.inputEnded();
    } else {
      ending.endOutput();
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ReferenceCountUtil.release(message);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event == ChannelInputShutdownEvent.INSTANCE) {
      ending.inputEnded();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    var _ = context.close();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    ending.cancel();
  }
}
