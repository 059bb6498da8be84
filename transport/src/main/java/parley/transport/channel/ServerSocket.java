package parley.transport.channel;

import io.netty.channel.ChannelId;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.List;

/** A listening TCP socket; what it accepts arrives in its pipeline as a {@link Socket}. */
public final class ServerSocket extends NioServerSocketChannel {

  private final Loop loop;

  public ServerSocket(Loop loop) {
    this.loop = loop;
  }

  @Override
  protected int doReadMessages(List<Object> accepted) throws Exception {
    var channel = accept();
    if (channel == null) {
      return 0;
    }
    accepted.add(Socket.accepted(this, channel, loop));
    return 1;
  }

  private SocketChannel accept() throws IOException {
    return javaChannel().accept();
  }

  @Override
  protected ChannelId newId() {
    return CheapId.next();
  }
}
