package parley.transport.channel;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import parley.protocol.endpoint.Wire;

/** Lets an endpoint fill the buffers that the socket writes, without a copy in between. */
final class LinkWire implements Wire {

  private final ByteBufAllocator allocator;
  private final Link link;
  private @Nullable ByteBuf lent;

  LinkWire(ByteBufAllocator allocator, Link link) {
    this.allocator = allocator;
    this.link = link;
  }

  @Override
  public ByteBuffer allocate(int capacity) {
    if (lent != null) {
      throw new IllegalStateException("the last buffer was not written");
    }
    var buffer = allocator.directBuffer(capacity);
    lent = buffer;
    return buffer.nioBuffer(0, capacity);
  }

  @Override
  public void write(ByteBuffer bytes) {
    var buffer = lent;
    if (buffer == null) {
      throw new IllegalStateException("only buffers of allocate are written");
    }
    lent = null;
    link.write(buffer.setIndex(bytes.position(), bytes.limit()));
  }

  @Override
  public void awaitEnd() {
    link.awaitEnd();
  }

  @Override
  public void end() {
    link.end();
  }
}
