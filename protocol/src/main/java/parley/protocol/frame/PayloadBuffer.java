package parley.protocol.frame;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Gathers the payload of one message after another and never holds more than its limit. It starts
 * without memory, doubles as it fills, and keeps at most {@link #KEPT} from one message to the
 * next. It belongs to one thread.
 */
public final class PayloadBuffer {

  /** How much memory stays after {@link #clear}. */
  public static final ByteSize KEPT = ByteSize.ofKilobytes(64);

  private static final int SMALLEST = 256;
  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;
  private static final byte[] NOTHING = new byte[0];

  private final int limitBytes;
  private byte[] bytes = NOTHING;
  private ByteBuffer view = ByteBuffer.wrap(NOTHING);
  private int size;

  /** A buffer for at most {@code limit}, cut to the largest array that there can be. */
  public PayloadBuffer(ByteSize limit) {
    this.limitBytes = Math.min(limit.toInt(), LARGEST_ARRAY);
  }

  /**
   * Appends the bytes of {@code source} from index {@code from} to {@code to}, whatever its
   * position.
   *
   * @return false, with nothing appended, when the limit would be passed
   */
  public boolean append(ByteBuffer source, int from, int to) {
    var length = to - from;
    if (length > limitBytes - size) {
      return false;
    }
    if (length > bytes.length - size) {
      grow(size + length);
    }
    source.get(from, bytes, size, length);
    size += length;
    return true;
  }

  /**
   * Makes room for at least one byte behind the last.
   *
   * @return false when the buffer holds as much as its limit
   */
  public boolean makeRoom() {
    if (size < bytes.length) {
      return true;
    }
    if (size == limitBytes) {
      return false;
    }
    grow(size + 1);
    return true;
  }

  private void grow(int needed) {
    var doubled = (int) Math.min(limitBytes, Math.max(SMALLEST, bytes.length * 2L));
    bytes = Arrays.copyOf(bytes, Math.max(needed, doubled));
    view = ByteBuffer.wrap(bytes);
  }

  /** How many bytes may be written to {@link #array} from index {@link #size} on. */
  public int room() {
    return bytes.length - size;
  }

  /** The memory itself, lent until the next call that appends, makes room or clears. */
  public byte[] array() {
    return bytes;
  }

  /** Counts {@code written} bytes that the caller put into {@link #array} behind the last. */
  public void advance(int written) {
    if (written < 0 || written > room()) {
      throw new IllegalArgumentException(written + " bytes written where " + room() + " fit");
    }
    size += written;
  }

  /** How many bytes were gathered. */
  public int size() {
    return size;
  }

  /** The most that can be gathered. */
  public ByteSize limit() {
    return ByteSize.of(limitBytes);
  }

  /**
   * All that was gathered, between position and limit; no copy. It is one and the same object as
   * long as the memory stays, and lent until the next call that appends, makes room or clears.
   */
  public ByteBuffer view() {
    return view.clear().limit(size);
  }

  /** Forgets all, and gives memory above {@link #KEPT} back. */
  public void clear() {
    size = 0;
    if (bytes.length > KEPT.toInt()) {
      bytes = NOTHING;
      view = ByteBuffer.wrap(NOTHING);
    }
  }
}
