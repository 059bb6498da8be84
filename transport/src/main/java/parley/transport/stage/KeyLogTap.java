package parley.transport.stage;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;
import parley.protocol.frame.Bytes;
import parley.transport.tls.HandshakeSecrets;

/**
 * Below TLS: takes the number of the connection from its first bytes, and has all that the
 * handshake does with what comes tell its secrets. All of that goes on on the loop's thread.
 */
final class KeyLogTap extends ChannelDuplexHandler {

  private final HandshakeSecrets secrets;

  KeyLogTap(HandshakeSecrets secrets) {
    this.secrets = secrets;
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (secrets.wantsClientHello() && message instanceof ByteBuf first) {
      var bytes = new byte[first.readableBytes()];
      first.getBytes(first.readerIndex(), bytes);
      secrets.sent(Bytes.of(bytes));
    }
    var _ = context.write(message, promise);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    secrets.during(() -> context.fireChannelRead(message));
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    secrets.during(context::fireChannelReadComplete);
  }

  /** After a handshake; returns what is wrong when nothing came of it. */
  @Nullable Throwable end(DuplexChannel socket, SSLEngine engine) {
    socket.pipeline().remove(this);
    if (engine.getSession().getProtocol().equals("TLSv1.2")) {
      engine.getSession().invalidate(); // Resumed, it would tell the log nothing.
    }
    return secrets.isTold()
        ? null
        : new UncheckedIOException(
            "this Java does not tell the secrets of its connections; leave out the key log",
            new FileSystemException("key log"));
  }
}
