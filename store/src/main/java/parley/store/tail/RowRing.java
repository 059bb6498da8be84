package parley.store.tail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import parley.store.row.LogRow;
import parley.store.row.RowKind;

/** Rows with positions one after another; the oldest go first. Not for several threads. */
final class RowRing {

  private @Nullable LogRow[] rows = new LogRow[1024];
  private long start;
  private long end;
  private long memoryBytes;

  /** The position of the oldest row, or that of the next one to come. */
  long start() {
    return start;
  }

  /** The position of the next row to come. */
  long end() {
    return end;
  }

  long memoryBytes() {
    return memoryBytes;
  }

  /** Begins at {@code position}, empty. */
  void restart(long position) {
    start = position;
    end = position;
  }

  void add(LogRow row) {
    if (end - start == rows.length) {
      grow();
    }
    rows[slot(end)] = row;
    end++;
    memoryBytes += row.memoryBytes();
  }

  private int slot(long position) {
    return (int) (position & (rows.length - 1));
  }

  private void grow() {
    var old = all(start, end);
    rows = new LogRow[rows.length * 2];
    for (var row : old) {
      rows[slot(row.position())] = row;
    }
  }

  /** The rows from {@code from} to {@code to} that are here. */
  List<LogRow> all(long from, long to) {
    var found = new ArrayList<LogRow>();
    for (var at = Math.max(from, start); at < Math.min(to, end); at++) {
      found.add(at(at));
    }
    return found;
  }

  private LogRow at(long position) {
    var row = rows[slot(position)];
    if (row == null) {
      throw new IllegalStateException("there is no row " + position);
    }
    return row;
  }

  /** The turn of a connection before {@code position}, see {@link LogRow#isTurn}. */
  Optional<LogRow> turnBefore(String connection, long position) {
    for (var at = Math.min(position, end) - 1; at >= start; at--) {
      var row = at(at);
      if (row.isTurn() && row.numbered().connection().equals(connection)) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }

  /**
   * The position of the entry with this number. Numbers grow with positions, but for frames that
   * belong to no message.
   */
  OptionalLong positionOf(long number) {
    var low = start;
    var high = end;
    while (low < high) {
      var middle = (low + high) >>> 1;
      var at = behindFrames(middle);
      if (at >= high || at(at).numbered().number() >= number) {
        high = middle;
      } else {
        low = at + 1;
      }
    }
    var found = behindFrames(low);
    return found < end && at(found).numbered().number() == number
        ? OptionalLong.of(found)
        : OptionalLong.empty();
  }

  private long behindFrames(long position) {
    var at = position;
    while (at < end && at(at).kind() == RowKind.FRAME) {
      at++;
    }
    return at;
  }

  /** The oldest row. */
  LogRow first() {
    return at(start);
  }

  /** Forgets the oldest row. */
  void removeFirst() {
    memoryBytes -= at(start).memoryBytes();
    rows[slot(start)] = null;
    start++;
  }
}
