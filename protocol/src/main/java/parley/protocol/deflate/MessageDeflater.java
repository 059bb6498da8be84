package parley.protocol.deflate;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * Compresses whole messages for permessage-deflate (RFC 7692, 7.2.1). It belongs to one thread, and
 * takes about 300 KB from the first message until {@link #release}.
 *
 * <p>The JDK's Deflater knows windows of 15 bits only. For a smaller one it forgets everything
 * whenever it has seen as much as the window holds, so that no reference reaches further back.
 */
public final class MessageDeflater {

  private static final byte[] NOTHING = new byte[0];
  private static final boolean RAW = true;
  private static final int TAIL_BYTES = 4;
  private static final int SMALLEST_OUTPUT = 512;
  private static final int LARGEST_OUTPUT_KEPT = 64 << 10;
  // With less than seven bytes of room, zlib repeats the marker of a flush that did not fit.
  private static final int SMALLEST_ROOM = 16;

  private final long bytesUntilReset;
  private final boolean noContextTakeover;
  private final ByteBuffer emptyMessage = ByteBuffer.allocate(1).asReadOnlyBuffer();
  private @Nullable Deflater zlib;
  private boolean released;
  private long bytesSinceReset;
  private byte[] output = NOTHING;
  private ByteBuffer view = ByteBuffer.wrap(NOTHING);
  private int outputBytes;

  /**
   * A compressor for one direction of a connection.
   *
   * @param windowBits 8 to 15
   * @param noContextTakeover whether each message starts with an empty window
   */
  public MessageDeflater(int windowBits, boolean noContextTakeover) {
    WindowBits.require(windowBits);
    this.bytesUntilReset = windowBits == WindowBits.MAX ? Long.MAX_VALUE : 1L << windowBits;
    this.noContextTakeover = noContextTakeover;
  }

  /**
   * Compresses what remains in {@code payload}, whose position and limit stay.
   *
   * @return the payload for the wire, its tail removed, lent until the next call
   */
  public ByteBuffer compress(ByteBuffer payload) {
    if (!payload.hasRemaining()) {
      return emptyMessage.clear(); // RFC 7692, 7.2.3.6: the one byte 0x00
    }
    var deflater = deflater();
    forgetLastOutput();
    var start = payload.position();
    var end = payload.limit();
    for (var from = start; from < end; from = payload.limit()) {
      payload.limit(from + nextChunkBytes(deflater, end - from)).position(from);
      deflate(deflater, payload);
    }
    payload.limit(end).position(start);
    endMessage(deflater);
    return view.clear().limit(outputBytes - TAIL_BYTES);
  }

  private Deflater deflater() {
    if (released) {
      throw new IllegalStateException("the deflater is released");
    }
    var present = zlib;
    if (present == null) {
      present = new Deflater(Deflater.DEFAULT_COMPRESSION, RAW);
      zlib = present;
    }
    return present;
  }

  private void forgetLastOutput() {
    outputBytes = 0;
    if (output.length > LARGEST_OUTPUT_KEPT) {
      output = NOTHING;
    }
  }

  private int nextChunkBytes(Deflater deflater, int remaining) {
    if (bytesSinceReset == bytesUntilReset) {
      reset(deflater);
    }
    var chunk = (int) Math.min(remaining, bytesUntilReset - bytesSinceReset);
    bytesSinceReset += chunk;
    return chunk;
  }

  private void reset(Deflater deflater) {
    deflater.reset();
    bytesSinceReset = 0;
  }

  private void deflate(Deflater deflater, ByteBuffer chunk) {
    deflater.setInput(chunk);
    int room;
    int written;
    do {
      room = makeRoom();
      written = deflater.deflate(output, outputBytes, room, Deflater.SYNC_FLUSH);
      outputBytes += written;
    } while (written == room);
  }

  private int makeRoom() {
    if (output.length - outputBytes < SMALLEST_ROOM) {
      output =
          Arrays.copyOf(output, Math.max(SMALLEST_OUTPUT, Math.multiplyExact(output.length, 2)));
      view = ByteBuffer.wrap(output);
    }
    return output.length - outputBytes;
  }

  private void endMessage(Deflater deflater) {
    if (noContextTakeover) {
      reset(deflater);
    } else {
      deflater.setInput(NOTHING); // lets go of the caller's buffer
    }
  }

  /** Gives the memory back; nothing can be compressed any more. A second call does nothing. */
  public void release() {
    released = true;
    output = NOTHING;
    view = ByteBuffer.wrap(NOTHING);
    var present = zlib;
    if (present != null) {
      present.end();
      zlib = null;
    }
  }
}
