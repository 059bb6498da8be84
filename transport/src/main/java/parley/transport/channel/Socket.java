package parley.transport.channel;

import io.netty.channel.Channel;
import io.netty.channel.ChannelId;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.socket.DuplexChannel;
import io.netty.channel.socket.nio.NioChannelOption;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import jdk.net.ExtendedSocketOptions;
import parley.model.connection.TcpOptions;

/** A TCP socket with the settings that all our connections share. */
public final class Socket extends NioSocketChannel {

  static final int HIGH_WATER_BYTES = 256 << 10;

  private static final WriteBufferWaterMark WATER_MARKS =
      new WriteBufferWaterMark(HIGH_WATER_BYTES / 4, HIGH_WATER_BYTES);

  /** A client's socket, not connected yet. */
  public static Socket toConnect(Loop loop, TcpOptions options) {
    var socket = new Socket();
    configure(socket, loop);
    socket.config().setOption(ChannelOption.TCP_NODELAY, options.noDelay());
    options.keepAlive().ifPresent(socket::keepAlive);
    socket.config().setAutoRead(false); // Nothing may be read before somebody is there to see it.
    return socket;
  }

  /** A client's socket to a file of this machine, not connected yet. */
  public static DuplexChannel toConnectLocally(Loop loop) {
    var socket = new NioDomainSocketChannel();
    configure(socket, loop);
    socket.config().setAutoRead(false);
    return socket;
  }

  /** A socket that a server accepted. */
  static Socket accepted(Channel server, SocketChannel channel, Loop loop) {
    var socket = new Socket(server, channel);
    configure(socket, loop);
    socket.config().setOption(ChannelOption.TCP_NODELAY, true);
    return socket;
  }

  private Socket() {}

  private Socket(Channel server, SocketChannel channel) {
    super(server, channel);
  }

  private static void configure(DuplexChannel socket, Loop loop) {
    var config = socket.config();
    config.setAllocator(loop.allocator());
    config.setRecvByteBufAllocator(loop.readBuffers());
    config.setWriteBufferWaterMark(WATER_MARKS);
    // A failed write must not lose what the peer has sent before, such as its Close frame.
    config.setAutoClose(false);
  }

  /** Probes after {@code idle} and from then on as often, as curl does it. */
  private void keepAlive(Duration idle) {
    var seconds = (int) Math.max(1, idle.toSeconds());
    config().setOption(ChannelOption.SO_KEEPALIVE, true);
    // A system without these options keeps its own times.
    config().setOption(NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPIDLE), seconds);
    config().setOption(NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPINTERVAL), seconds);
  }

  /** Closes at once, whatever handlers would do. */
  public void cut() {
    Cut.now(this);
  }

  /** Closes with a TCP reset in place of an orderly end, whatever handlers would do. */
  public void reset() {
    Cut.withReset(this);
  }

  @Override
  protected ChannelId newId() {
    return CheapId.next();
  }
}
