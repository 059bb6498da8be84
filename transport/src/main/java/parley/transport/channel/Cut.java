package parley.transport.channel;

import io.netty.channel.ChannelOption;
import io.netty.channel.socket.DuplexChannel;

/** Ends of a socket that go past all its handlers. For the loop's thread. */
public final class Cut {

  private Cut() {}

  /** Closes {@code socket} at once. */
  public static void now(DuplexChannel socket) {
    if (socket.isOpen()) {
      socket.unsafe().close(socket.unsafe().voidPromise());
    }
  }

  /** Closes with a TCP reset in place of an orderly end; a {@code unix:} socket has no such. */
  static void withReset(DuplexChannel socket) {
    if (socket.isOpen()) {
      socket.config().setOption(ChannelOption.SO_LINGER, 0);
      now(socket);
    }
  }
}
