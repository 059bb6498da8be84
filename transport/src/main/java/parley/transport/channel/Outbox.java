package parley.transport.channel;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import parley.transport.connection.Pace;

/**
 * Bytes on their way out, in order. Normally they go straight to the channel; paced bytes are cut
 * into pieces, and while one rests everything behind it waits. For the loop's thread.
 */
final class Outbox {

  /** Bytes, and how long to rest before they go out; or the request to be told, without bytes. */
  private record Item(@Nullable ByteBuf bytes, long restNanos, @Nullable Runnable reached) {}

  private static final int FLUSH_AT_BYTES = 64 << 10;

  private final Channel channel;
  private final ArrayDeque<Item> waiting = new ArrayDeque<>();
  private final Runnable whenDrained;
  private volatile long waitingBytes;
  private @Nullable Pace pace;
  private boolean firstPiece;
  private boolean resting;
  private int unflushedBytes;
  private @Nullable ChannelFuture lastWrite;

  Outbox(Channel channel, Runnable whenDrained) {
    this.channel = channel;
    this.whenDrained = whenDrained;
  }

  /** How many bytes wait for their turn; any thread may ask. */
  long waitingBytes() {
    return waitingBytes;
  }

  /** Chops what {@code writes} hands over. */
  boolean paced(Pace asked, BooleanSupplier writes) {
    pace = asked;
    firstPiece = true;
    try {
      return writes.getAsBoolean();
    } finally {
      pace = null;
    }
  }

  void write(ByteBuf bytes) {
    if (pace != null) {
      chop(bytes, pace);
    } else if (waiting.isEmpty()) {
      writeNow(bytes);
    } else {
      enqueue(new Item(bytes, 0, null));
    }
  }

  private void chop(ByteBuf bytes, Pace asked) {
    var piece = asked.piece().toInt();
    while (bytes.isReadable()) {
      var cut = bytes.readRetainedSlice(Math.min(piece, bytes.readableBytes()));
      enqueue(new Item(cut, firstPiece ? 0 : asked.delay().toNanos(), null));
      firstPiece = false;
    }
    bytes.release();
    pump();
  }

  private void enqueue(Item item) {
    waiting.add(item);
    count(item, 1);
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // Only the loop's thread writes it.
  private void count(Item item, int sign) {
    if (item.bytes() != null) {
      waitingBytes += sign * (long) item.bytes().readableBytes();
    }
  }

  private void writeNow(ByteBuf bytes) {
    unflushedBytes += bytes.readableBytes();
    lastWrite = channel.write(bytes);
    if (unflushedBytes >= FLUSH_AT_BYTES) {
      flush();
    }
  }

  void flush() {
    unflushedBytes = 0;
    channel.flush();
  }

  /** Sends what is due; a rest ends the turn. */
  private void pump() {
    while (!resting && !waiting.isEmpty()) {
      if (waiting.element().restNanos() > 0) {
        rest(waiting.remove());
        return;
      }
      send(waiting.remove());
    }
  }

  private void rest(Item item) {
    resting = true;
    waiting.addFirst(new Item(item.bytes(), 0, item.reached()));
    flush();
    var _ = channel.eventLoop().schedule(this::wake, item.restNanos(), TimeUnit.NANOSECONDS);
  }

  private void wake() {
    resting = false;
    pump();
    flush();
    if (waiting.isEmpty()) {
      whenDrained.run();
    }
  }

  private void send(Item item) {
    count(item, -1);
    if (item.bytes() != null) {
      writeNow(item.bytes());
    }
    if (item.reached() != null) {
      item.reached().run();
    }
  }

  /** Calls {@code result} once all that was handed over before is written, or cannot be. */
  void whenWritten(WriteResult result) {
    if (waiting.isEmpty()) {
      whenChannelWrote(result);
    } else {
      enqueue(new Item(null, 0, () -> whenChannelWrote(result)));
    }
  }

  private void whenChannelWrote(WriteResult result) {
    var write = lastWrite;
    if (write == null) {
      result.written(channel.isActive());
    } else {
      write.addListener(done -> result.written(done.isSuccess()));
    }
  }

  /** Hears whether the operating system took the bytes. */
  interface WriteResult {
    void written(boolean success);
  }

  /** Gives up what waits; the channel is closed. */
  void discard() {
    while (!waiting.isEmpty()) {
      var item = waiting.remove();
      count(item, -1);
      if (item.bytes() != null) {
        item.bytes().release();
      }
      if (item.reached() != null) {
        lastWrite = channel.newFailedFuture(new ClosedChannelException());
        item.reached().run();
      }
    }
  }
}
