package parley.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import parley.store.file.Failures;
import parley.store.file.RowWriter;
import parley.store.tail.Tail;

/**
 * Brings rows from memory into a file, and says when it cannot. For one thread.
 *
 * <pre>
 *   closed --opens--> open --the disk is full or not writable--> troubled --5 s later--> closed
 * </pre>
 */
final class RowSink implements AutoCloseable {

  /** A kill loses no more than this, and what waits in memory. */
  static final long COMMIT_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final int MAX_BATCH_ROWS = 4096;
  private static final int MAX_COMMIT_ROWS = 25_000;

  private final Path file;
  private final Map<String, String> about;
  private final Tail tail;
  private final LogWatcher watcher;
  private @Nullable RowWriter writer;
  private volatile boolean troubled;
  private long retryNanos;
  private int uncommittedRows;
  private long firstUncommittedNanos;

  RowSink(Path file, Map<String, String> about, Tail tail, LogWatcher watcher) {
    this.file = file;
    this.about = Map.copyOf(about);
    this.tail = tail;
    this.watcher = watcher;
  }

  /** Whether nothing can be written for now. */
  boolean isTroubled() {
    return troubled;
  }

  /** How long the next commit may wait; negative when it is overdue. */
  long patienceNanos(long longest) {
    return uncommittedRows == 0
        ? longest
        : firstUncommittedNanos + COMMIT_NANOS - System.nanoTime();
  }

  /**
   * Writes a batch of rows.
   *
   * @param last whether to commit now, and to try whatever happened before
   * @return whether there are more
   */
  boolean write(boolean last) {
    if (troubled && !last && System.nanoTime() < retryNanos) {
      return false;
    }
    try {
      return write(open(), last);
    } catch (SQLException failure) {
      fail(Failures.reason(failure));
      return false;
    } catch (RuntimeException fault) {
      fail("the program failed at it");
      throw fault;
    }
  }

  private RowWriter open() throws SQLException {
    if (writer == null) {
      writer = RowWriter.open(file, about);
    }
    return writer;
  }

  private boolean write(RowWriter open, boolean last) throws SQLException {
    var batch = tail.take(MAX_BATCH_ROWS);
    if (uncommittedRows == 0) {
      firstUncommittedNanos = System.nanoTime();
    }
    for (var row : batch) {
      open.insert(row);
    }
    uncommittedRows += batch.size();
    if (uncommittedRows > 0 && (last || isDue())) {
      open.commit();
      uncommittedRows = 0;
      tail.commit();
      recover();
    }
    return batch.size() == MAX_BATCH_ROWS;
  }

  private boolean isDue() {
    return troubled || uncommittedRows >= MAX_COMMIT_ROWS || patienceNanos(1) <= 0;
  }

  private void recover() {
    if (troubled) {
      troubled = false;
      watcher.recovered();
    }
  }

  private void fail(String why) {
    uncommittedRows = 0;
    discard();
    tail.rollBack();
    retryNanos = System.nanoTime() + RETRY_NANOS;
    if (!troubled) {
      troubled = true;
      watcher.trouble(
          "The history cannot be written to %s: %s. New messages are kept in memory, the newest %s of them; writing is tried again every 5 seconds."
              .formatted(file, why, Tail.LIMIT));
    }
  }

  private void discard() {
    try {
      close();
    } catch (SQLException _) {
      // What could not be written is told already; the file is opened anew.
    }
  }

  @Override
  public void close() throws SQLException {
    var open = writer;
    writer = null;
    if (open != null) {
      open.close();
    }
  }

  /** Closes the file after the last row; what happens then harms no row. */
  void end() {
    discard();
  }
}
