package parley.transport.listen;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import parley.transport.channel.Socket;

/**
 * The body of a page on its way from its source's thread to the socket, in chunks. At most {@value
 * #MAX_CHUNKS} of them are with the socket at a time; a further one waits, and its source with it.
 */
final class PageOutput extends OutputStream {

  static final int CHUNK_BYTES = 64 << 10;

  private static final int MAX_CHUNKS = 4;
  private static final byte[] LINE_END = {'\r', '\n'};
  private static final byte[] LAST_CHUNK = {'0', '\r', '\n', '\r', '\n'}; // RFC 9112, 7.1

  /** How the end of the body is told to the client. */
  enum Ending {
    LENGTH,
    CHUNKS,
    CLOSE
  }

  private final Socket socket;
  private final ByteBuf head;
  private final Ending ending;
  private final Runnable progress;
  private final Semaphore free = new Semaphore(MAX_CHUNKS);
  private byte[] chunk = new byte[CHUNK_BYTES];
  private int filled;
  private long writtenBytes;
  private boolean begun;
  private volatile boolean gone;

  /**
   * @param head goes out with the first chunk
   * @param progress runs on the socket's loop whenever the client has taken a chunk
   */
  PageOutput(Socket socket, ByteBuf head, Ending ending, Runnable progress) {
    this.socket = socket;
    this.head = head;
    this.ending = ending;
    this.progress = progress;
  }

  /** Whether anything has been sent, so that it is too late for another answer. */
  boolean hasBegun() {
    return begun;
  }

  /** How much the source has written. */
  long writtenBytes() {
    return writtenBytes;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    var _ = Objects.checkFromIndexSize(from, count, bytes.length);
    var at = from;
    while (at < from + count) {
      var part = Math.min(from + count - at, CHUNK_BYTES - filled);
      System.arraycopy(bytes, at, chunk, filled, part);
      filled += part;
      at += part;
      if (filled == CHUNK_BYTES) {
        flush();
      }
    }
    writtenBytes += count;
  }

  @Override
  public void flush() throws IOException {
    if (filled > 0) {
      send(framed());
      chunk = new byte[CHUNK_BYTES];
      filled = 0;
    }
  }

  private ByteBuf framed() {
    var data = Unpooled.wrappedBuffer(chunk, 0, filled);
    if (ending != Ending.CHUNKS) {
      return data;
    }
    var size = Integer.toHexString(filled) + "\r\n";
    return Unpooled.wrappedBuffer(
        Unpooled.wrappedBuffer(size.getBytes(StandardCharsets.US_ASCII)),
        data,
        Unpooled.wrappedBuffer(LINE_END));
  }

  /** Sends what is left, and waits until the socket has taken everything. */
  void finish() throws IOException {
    flush();
    if (ending == Ending.CHUNKS) {
      send(Unpooled.wrappedBuffer(LAST_CHUNK));
    } else if (!begun) {
      send(Unpooled.EMPTY_BUFFER);
    }
    acquire(MAX_CHUNKS);
  }

  private void send(ByteBuf bytes) throws IOException {
    acquire(1);
    var out = begun ? bytes : Unpooled.wrappedBuffer(head, bytes);
    begun = true;
    var _ = socket.writeAndFlush(out).addListener(done -> taken(done.isSuccess()));
  }

  private void acquire(int chunks) throws IOException {
    try {
      free.acquire(chunks);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the listener is closed");
    }
    if (gone) {
      free.release(chunks);
      throw new IOException("the client has gone");
    }
  }

  private void taken(boolean success) {
    if (success) {
      progress.run();
    } else {
      gone = true;
    }
    free.release();
  }
}
