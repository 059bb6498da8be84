package parley.transport.listen;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import parley.protocol.handshake.Header;
import parley.protocol.handshake.Refusal;
import parley.protocol.handshake.RequestHead;
import parley.protocol.handshake.ResponseHead;
import parley.transport.channel.Farewell;
import parley.transport.channel.Socket;

/**
 * One request for a page: its answer is awaited, written as the client takes it, and the connection
 * ended. What the client says meanwhile is thrown away.
 *
 * <pre>
 *   asked -> answered -> Whole:    pieces, each when the one before is taken \
 *                     \> Streamed: chunks from a virtual thread               > farewell
 * </pre>
 */
final class PageTurn extends ChannelInboundHandlerAdapter {

  private static final Header CLOSE = new Header("Connection", "close");

  private final Socket socket;
  private final ListenSpec spec;
  private final RequestHead request;
  private final ExecutorService sources;
  private @Nullable Future<?> timer;

  PageTurn(Socket socket, ListenSpec spec, RequestHead request, ExecutorService sources) {
    this.socket = socket;
    this.spec = spec;
    this.request = request;
    this.sources = sources;
  }

  /** Takes the socket over and sends the answer once it is there; on the socket's loop. */
  void begin(CompletableFuture<PageAnswer> answer) {
    // A client may end its half behind its request and still read.
    socket.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
    socket.pipeline().addLast(this);
    progressed();
    var _ = answer.whenComplete((given, fault) -> onLoop(() -> answered(given, fault)));
  }

  private void onLoop(Runnable task) {
    if (socket.eventLoop().inEventLoop()) {
      task.run();
      return;
    }
    try {
      socket.eventLoop().execute(task);
    } catch (RejectedExecutionException closed) {
      // The listener has closed, and the socket with it.
    }
  }

  /** The client gets the idle timeout once more. */
  private void progressed() {
    cancelTimer();
    var idleNanos = spec.idleTimeout().toNanos();
    timer = socket.eventLoop().schedule(socket::cut, idleNanos, TimeUnit.NANOSECONDS);
  }

  private void cancelTimer() {
    if (timer != null) {
      timer.cancel(false);
    }
  }

  private void answered(@Nullable PageAnswer answer, @Nullable Throwable fault) {
    if (!socket.isActive()) {
      return;
    }
    if (answer == null) {
      report(fault == null ? new IllegalStateException("no answer to " + request) : fault);
      failed();
    } else if (request.method().equals("HEAD") || !answer.mayHaveBody()) {
      writePieces(head(answer));
    } else {
      send(answer);
    }
  }

  private static void report(Throwable fault) {
    var thread = Thread.currentThread();
    thread.getUncaughtExceptionHandler().uncaughtException(thread, fault);
  }

  private void failed() {
    var text = "The server failed to answer.\n";
    farewell(Refusal.of(500, "Internal Server Error", List.of(CLOSE), text));
  }

  private void send(PageAnswer answer) {
    switch (answer.body()) {
      case PageBody.Whole(var bytes) ->
          writePieces(Unpooled.wrappedBuffer(head(answer), wrap(bytes.asBuffer())));
      case PageBody.Streamed streamed -> stream(head(answer), streamed);
    }
  }

  private static ByteBuf wrap(ByteBuffer bytes) {
    return Unpooled.wrappedBuffer(bytes);
  }

  private ByteBuf head(PageAnswer answer) {
    var headers = new ArrayList<>(answer.headers());
    if (answer.mayHaveBody()) {
      lengthOf(answer.body()).forEach(headers::add);
    }
    headers.add(CLOSE);
    var head = new ResponseHead("HTTP/1.1", answer.status(), answer.reason(), headers);
    return wrap(head.encode().asBuffer());
  }

  private List<Header> lengthOf(PageBody body) {
    return switch (body) {
      case PageBody.Whole(var bytes) -> List.of(length(bytes.size()));
      case PageBody.Streamed streamed ->
          switch (ending(streamed)) {
            case LENGTH -> List.of(length(streamed.length().orElseThrow().bytes()));
            case CHUNKS -> List.of(new Header("Transfer-Encoding", "chunked"));
            case CLOSE -> List.of();
          };
    };
  }

  private static Header length(long bytes) {
    return new Header("Content-Length", Long.toString(bytes));
  }

  private PageOutput.Ending ending(PageBody.Streamed streamed) {
    if (streamed.length().isPresent()) {
      return PageOutput.Ending.LENGTH;
    }
    // RFC 9112, 6.1: chunks are not for HTTP/1.0
    return request.isAtLeastHttp11() ? PageOutput.Ending.CHUNKS : PageOutput.Ending.CLOSE;
  }

  private void writePieces(ByteBuf rest) {
    if (!rest.isReadable()) {
      rest.release();
      farewell();
      return;
    }
    var piece = Math.min(rest.readableBytes(), PageOutput.CHUNK_BYTES);
    var write = socket.writeAndFlush(rest.readRetainedSlice(piece));
    write.addListener(done -> pieceTaken(done.isSuccess(), rest));
  }

  private void pieceTaken(boolean success, ByteBuf rest) {
    if (success) {
      progressed();
      writePieces(rest);
    } else {
      rest.release();
      socket.cut();
    }
  }

  private void stream(ByteBuf head, PageBody.Streamed streamed) {
    var output = new PageOutput(socket, head, ending(streamed), this::progressed);
    try {
      sources.execute(() -> write(streamed, output));
    } catch (RejectedExecutionException closing) {
      socket.cut();
    }
  }

  /** On the source's thread. */
  private void write(PageBody.Streamed streamed, PageOutput output) {
    try {
      streamed.source().writeTo(output);
      requireLength(streamed, output);
      output.finish();
      onLoop(this::farewell);
    } catch (IOException | RuntimeException fault) {
      onLoop(() -> sourceFailed(output, fault));
    }
  }

  private static void requireLength(PageBody.Streamed streamed, PageOutput output) {
    var promised = streamed.length().map(size -> size.bytes()).orElse(output.writtenBytes());
    if (promised != output.writtenBytes()) {
      throw new IllegalStateException(
          "a page of " + output.writtenBytes() + " bytes was to have " + promised);
    }
  }

  private void sourceFailed(PageOutput output, Exception fault) {
    if (fault instanceof RuntimeException) {
      report(fault);
    }
    if (output.hasBegun()) {
      socket.reset(); // An orderly end would look like the end of the page.
    } else if (socket.isActive()) {
      failed();
    }
  }

  private void farewell(Refusal refusal) {
    leave();
    Farewell.say(socket, List.of(refusal.head().encode(), refusal.body()), spec.closeTimeout());
  }

  private void farewell() {
    if (socket.isActive()) {
      leave();
      Farewell.say(socket, List.of(), spec.closeTimeout());
    }
  }

  private void leave() {
    cancelTimer();
    socket.pipeline().remove(this);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ReferenceCountUtil.release(message);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    socket.cut();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    cancelTimer();
  }
}
