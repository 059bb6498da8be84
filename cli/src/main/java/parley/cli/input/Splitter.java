package parley.cli.input;

import java.util.Arrays;
import java.util.function.Consumer;
import parley.protocol.frame.Bytes;

/**
 * Cuts a stream of bytes into messages at a separator, whatever the pieces it comes in. What
 * follows the last separator is a message unless it is empty. Not for several threads.
 */
public final class Splitter {

  private static final int FIRST_CAPACITY = 8192;

  private final Separator separator;
  private final byte[] mark;
  private byte[] pending = new byte[FIRST_CAPACITY];
  private int size;
  private int searched;
  private boolean any;

  public Splitter(Separator separator) {
    this.separator = separator;
    this.mark = separator.bytes().toArray();
  }

  /** How many bytes wait for their separator. */
  public int pendingBytes() {
    return size;
  }

  /** Takes {@code length} bytes and gives each message that is complete now to {@code messages}. */
  public void take(byte[] bytes, int length, Consumer<Bytes> messages) {
    if (size + length > pending.length) {
      pending = Arrays.copyOf(pending, Math.max(size + length, pending.length * 2));
    }
    System.arraycopy(bytes, 0, pending, size, length);
    size += length;
    any |= length > 0;
    if (mark.length > 0) {
      cut(messages);
    }
  }

  private void cut(Consumer<Bytes> messages) {
    var from = 0;
    var at = searched;
    while (at + mark.length <= size) {
      if (matches(at)) {
        messages.accept(copy(from, at));
        at += mark.length;
        from = at;
      } else {
        at++;
      }
    }
    System.arraycopy(pending, from, pending, 0, size - from);
    size -= from;
    searched = at - from;
  }

  private boolean matches(int at) {
    return Arrays.equals(pending, at, at + mark.length, mark, 0, mark.length);
  }

  /** The input has ended: gives the last message, if there is one. */
  public void end(Consumer<Bytes> messages) {
    var end = size;
    if (separator.dropsFinalLineFeed() && end > 0 && pending[end - 1] == '\n') {
      end--;
    }
    var wholeInput = mark.length == 0 && any;
    if (end > 0 || wholeInput) {
      messages.accept(copy(0, end));
    }
    size = 0;
  }

  private Bytes copy(int from, int to) {
    return Bytes.of(Arrays.copyOfRange(pending, from, to));
  }
}
