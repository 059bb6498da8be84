package parley.transport.channel;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.DefaultMaxMessagesRecvByteBufAllocator;
import io.netty.channel.RecvByteBufAllocator;
import org.jspecify.annotations.Nullable;

/**
 * Lends one and the same buffer to all reads of a loop, so that reading allocates nothing. A
 * handler that keeps the buffer beyond its read makes the next read take a new one.
 */
final class ReadBuffers extends DefaultMaxMessagesRecvByteBufAllocator {

  static final int CAPACITY_BYTES = 64 << 10;

  private @Nullable ByteBuf shared;

  @Override
  @SuppressWarnings("deprecation") // The handle of Netty's interface is itself deprecated.
  public RecvByteBufAllocator.Handle newHandle() {
    return new Handle();
  }

  private ByteBuf lend() {
    var buffer = shared;
    if (buffer == null || buffer.refCnt() != 1) {
      buffer = replace(buffer);
    }
    return buffer.clear().retain();
  }

  private ByteBuf replace(@Nullable ByteBuf kept) {
    if (kept != null) {
      kept.release();
    }
    var buffer = UnpooledByteBufAllocator.DEFAULT.directBuffer(CAPACITY_BYTES, CAPACITY_BYTES);
    shared = buffer;
    return buffer;
  }

  private final class Handle extends MaxMessageHandle {

    @Override
    public int guess() {
      return CAPACITY_BYTES;
    }

    @Override
    public ByteBuf allocate(ByteBufAllocator unused) {
      return lend();
    }
  }
}
