package parley.benchmarks;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakerFactory;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/**
 * What a one-shot echo costs with Netty's own WebSocket client and nothing around it: {@code
 * BareNetty URL} says hi, prints the answer and closes.
 */
final class BareNetty {

  private static final int MAX_HEAD_BYTES = 8192;

  private BareNetty() {}

  static void main(String... arguments) throws InterruptedException {
    var url = URI.create(arguments[0]);
    var group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    var bootstrap =
        new Bootstrap().group(group).channel(NioSocketChannel.class).handler(pipeline(url));
    var channel = bootstrap.connect(url.getHost(), url.getPort()).sync().channel();
    channel.closeFuture().sync();
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
    System.exit(0); // Netty's global executor would keep the JVM for another second.
  }

  private static ChannelInitializer<SocketChannel> pipeline(URI url) {
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(SocketChannel channel) {
        var handshaker =
            WebSocketClientHandshakerFactory.newHandshaker(
                url, WebSocketVersion.V13, null, false, new DefaultHttpHeaders());
        channel
            .pipeline()
            .addLast(new HttpClientCodec(), new HttpObjectAggregator(MAX_HEAD_BYTES))
            .addLast(new WebSocketClientProtocolHandler(handshaker), new Talk());
      }
    };
  }

  private static final class Talk extends SimpleChannelInboundHandler<TextWebSocketFrame> {

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
      if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
        var _ = context.writeAndFlush(new TextWebSocketFrame("hi"));
      }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
      System.out.println(frame.text());
      var _ = context.writeAndFlush(new CloseWebSocketFrame(1000, ""));
    }
  }
}
