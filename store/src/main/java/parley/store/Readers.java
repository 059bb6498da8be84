package parley.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import parley.store.file.RowReader;

/**
 * The readers of a file: as many as are needed at once, and a few kept for the next time. Any
 * thread may call it.
 */
final class Readers implements AutoCloseable {

  /** What is done with a reader. */
  @FunctionalInterface
  interface Reading<T> {
    T read(RowReader reader) throws SQLException;
  }

  private static final int MAX_IDLE = 3;

  private final Path file;
  private final Deque<RowReader> idle = new ArrayDeque<>();
  private boolean closed;

  Readers(Path file) {
    this.file = file;
  }

  /** What {@code reading} finds; {@code otherwise} when there is no file. */
  <T> T read(T otherwise, Reading<T> reading) {
    try {
      var reader = take();
      return reader == null ? otherwise : read(reader, reading);
    } catch (SQLException failure) {
      throw new HistoryException("Cannot read", file, failure);
    }
  }

  private <T> T read(RowReader reader, Reading<T> reading) throws SQLException {
    try {
      var found = reading.read(reader);
      giveBack(reader);
      return found;
    } catch (SQLException | RuntimeException | Error failure) {
      reader.close();
      throw failure;
    }
  }

  private @Nullable RowReader take() throws SQLException {
    synchronized (idle) {
      var reader = idle.poll();
      if (reader != null) {
        return reader;
      }
    }
    return Files.isRegularFile(file) ? RowReader.open(file).orElse(null) : null;
  }

  private void giveBack(RowReader reader) throws SQLException {
    synchronized (idle) {
      if (!closed && idle.size() < MAX_IDLE) {
        idle.push(reader);
        return;
      }
    }
    reader.close();
  }

  /** Closes those that are idle, and the others when they come back. */
  @Override
  public void close() {
    synchronized (idle) {
      closed = true;
      idle.forEach(Readers::close);
      idle.clear();
    }
  }

  private static void close(RowReader reader) {
    try {
      reader.close();
    } catch (SQLException _) {
      // It has read what it had to.
    }
  }
}
