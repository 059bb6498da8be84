package parley.transport.channel;

import io.netty.channel.Channel;
import io.netty.channel.ChannelId;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.nio.channels.SocketChannel;

/** A TCP socket with the settings that all our connections share. */
public final class Socket extends NioSocketChannel {

  static final int HIGH_WATER_BYTES = 256 << 10;

  private static final WriteBufferWaterMark WATER_MARKS =
      new WriteBufferWaterMark(HIGH_WATER_BYTES / 4, HIGH_WATER_BYTES);

  /** A client's socket, not connected yet. */
  public static Socket toConnect(Loop loop) {
    var socket = new Socket();
    socket.configure(loop);
    socket.config().setAutoRead(false); // Nothing may be read before somebody is there to see it.
    return socket;
  }

  /** A socket that a server accepted. */
  static Socket accepted(Channel server, SocketChannel channel, Loop loop) {
    var socket = new Socket(server, channel);
    socket.configure(loop);
    return socket;
  }

  private Socket() {}

  private Socket(Channel server, SocketChannel channel) {
    super(server, channel);
  }

  private void configure(Loop loop) {
    config().setOption(ChannelOption.TCP_NODELAY, true);
    config().setAllocator(loop.allocator());
    config().setRecvByteBufAllocator(loop.readBuffers());
    config().setWriteBufferWaterMark(WATER_MARKS);
    // A failed write must not lose what the peer has sent before, such as its Close frame.
    config().setAutoClose(false);
  }

  /** Closes at once, whatever handlers would do. */
  public void cut() {
    if (isOpen()) {
      unsafe().close(unsafe().voidPromise());
    }
  }

  /** Closes with a TCP reset in place of an orderly end, whatever handlers would do. */
  public void reset() {
    if (isOpen()) {
      config().setSoLinger(0);
      cut();
    }
  }

  @Override
  protected ChannelId newId() {
    return CheapId.next();
  }
}
