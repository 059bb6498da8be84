package parley.cli.talk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import parley.protocol.frame.Bytes;

/**
 * Writes to standard output and standard error on a thread of its own, in the order of the calls,
 * so that a slow reader holds up nobody. What waits is written together.
 */
final class Output implements AutoCloseable {

  private static final int GATHERED_BYTES = 1 << 16;

  private enum Target {
    OUT,
    ERR
  }

  private record Piece(Target target, Bytes bytes, long weight) {}

  private final OutputStream out;
  private final OutputStream err;
  private final Runnable broken;
  private final LongConsumer written;
  private final Thread writer = Thread.ofPlatform().daemon().name("output").unstarted(this::run);
  private final Queue<Piece> pieces = new ArrayDeque<>();
  private boolean closed;
  private boolean outBroken;

  /**
   * Starts the thread.
   *
   * @param broken called once, when standard output takes nothing more
   * @param written called with the weight of what was written or given up
   */
  Output(OutputStream out, OutputStream err, Runnable broken, LongConsumer written) {
    this.out = out;
    this.err = err;
    this.broken = broken;
    this.written = written;
    writer.start();
  }

  void out(Bytes bytes) {
    add(new Piece(Target.OUT, bytes, 0));
  }

  /** What was asked for so far weighs this. */
  void weigh(long weight) {
    add(new Piece(Target.OUT, Bytes.EMPTY, weight));
  }

  void err(String text) {
    if (!text.isEmpty()) {
      add(new Piece(Target.ERR, Bytes.utf8(text), 0));
    }
  }

  private synchronized void add(Piece piece) {
    pieces.add(piece);
    notifyAll();
  }

  private void run() {
    for (var piece = next(); piece != null; piece = next()) {
      write(piece);
    }
  }

  private synchronized @Nullable Piece next() {
    try {
      while (pieces.isEmpty() && !closed) {
        wait();
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
    return pieces.poll();
  }

  private synchronized @Nullable Piece nextFor(Target target) {
    var piece = pieces.peek();
    return piece != null && piece.target == target ? pieces.poll() : null;
  }

  private void write(Piece first) {
    var gathered = new ByteArrayOutputStream(first.bytes.size());
    var weight = 0L;
    for (var piece = first; piece != null; piece = nextWith(first, gathered.size())) {
      gathered.writeBytes(piece.bytes.toArray());
      weight += piece.weight;
    }
    write(first.target, gathered.toByteArray());
    written.accept(weight);
  }

  private @Nullable Piece nextWith(Piece first, int gatheredBytes) {
    return gatheredBytes < GATHERED_BYTES ? nextFor(first.target) : null;
  }

  private void write(Target target, byte[] bytes) {
    switch (target) {
      case OUT -> writeOut(bytes);
      case ERR -> writeErr(bytes);
    }
  }

  private void writeOut(byte[] bytes) {
    try {
      if (!outBroken && bytes.length > 0) {
        out.write(bytes);
        out.flush();
      }
    } catch (IOException readerGone) {
      outBroken = true;
      broken.run();
    }
  }

  private void writeErr(byte[] bytes) {
    try {
      err.write(bytes);
      err.flush();
    } catch (IOException readerGone) {
      // Nobody is left to tell.
      return;
    }
  }

  /** Whether all was written within {@code limit}; takes nothing after this. */
  boolean finish(Duration limit) {
    close();
    try {
      return writer.join(limit);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }
}
