package parley.store.tail;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import parley.model.outcome.Numbered;
import parley.protocol.frame.ByteSize;
import parley.protocol.frame.FrameHeader;
import parley.store.row.LogRow;

/**
 * The newest rows of a log, in memory: those that are not yet in the file, and some that are. Any
 * thread may call it.
 *
 * <pre>
 *   start        committed          taken            end
 *     | in the file | being written   | waiting        |
 * </pre>
 */
public final class Tail {

  /** Above it, whoever feeds the log should stop reading. */
  public static final ByteSize HIGH = ByteSize.ofMegabytes(32);

  /** Below it, whoever feeds the log may go on. */
  public static final ByteSize LOW = ByteSize.ofMegabytes(8);

  /** What is held at most; when nothing can be written, the oldest rows are lost beyond it. */
  public static final ByteSize LIMIT = ByteSize.ofMegabytes(128);

  /** How much stays in memory of what is in the file: what people look at most. */
  private static final ByteSize KEPT = ByteSize.ofMegabytes(4);

  private static final int LARGE_BATCH_ROWS = 4096;

  private final ByteSize limit;
  private final RowRing ring = new RowRing();
  private final FrameKeeper keeper = new FrameKeeper(this::addRow);
  private long committed;
  private long taken;
  private long unwrittenBytes;
  private long lost;
  private boolean hurried;
  private boolean pressed;

  /** A tail that holds so much at most. */
  public Tail(ByteSize limit) {
    this.limit = limit;
  }

  /** Goes on behind the rows of a file. */
  public synchronized void restart(long position) {
    ring.restart(position);
    committed = position;
    taken = position;
  }

  /** Takes an entry; never waits for the disk. Tells whether that is more than should be. */
  public synchronized boolean add(Numbered numbered) {
    keeper.add(numbered, System.nanoTime());
    while (ring.memoryBytes() > limit.bytes() && ring.start() < ring.end() - 1) {
      removeFirst();
    }
    var waiting = ring.end() - taken;
    if (waiting == 1 || waiting == LARGE_BATCH_ROWS) {
      notifyAll();
    }
    return unwrittenBytes > HIGH.bytes();
  }

  private void addRow(Numbered numbered, List<FrameHeader> frames) {
    var row = new LogRow(ring.end(), numbered, frames);
    ring.add(row);
    unwrittenBytes += row.memoryBytes();
  }

  private void removeFirst() {
    if (ring.start() == committed) {
      unwrittenBytes -= ring.first().memoryBytes();
      committed++;
      taken = Math.max(taken, committed);
      lost++;
    }
    ring.removeFirst();
  }

  /** The position behind the newest row. */
  public synchronized long end() {
    return ring.end();
  }

  /** The rows from {@code from} to {@code to} that are in memory. */
  public synchronized List<LogRow> rows(long from, long to) {
    return ring.all(from, to);
  }

  /** The turn of a connection before {@code position} among the rows in memory. */
  public synchronized Optional<LogRow> turnBefore(String connection, long position) {
    return ring.turnBefore(connection, position);
  }

  /** The position of the entry with this number, when it is in memory. */
  public synchronized OptionalLong positionOf(long number) {
    return ring.positionOf(number);
  }

  /** Waits until there is a row to take, somebody is in a hurry, or the time is over. */
  public synchronized void awaitRow(long nanos) throws InterruptedException {
    if (ring.end() == taken && !hurried) {
      TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, nanos));
    }
  }

  /** Waits until there are many rows, somebody is in a hurry, or the time is over. */
  public synchronized void awaitMany(long nanos) throws InterruptedException {
    if (ring.end() - taken < LARGE_BATCH_ROWS && !hurried) {
      TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, nanos));
    }
  }

  /** The oldest rows that were not taken yet. */
  public synchronized List<LogRow> take(int max) {
    var batch = ring.all(taken, Math.min(ring.end(), taken + max));
    taken += batch.size();
    return batch;
  }

  /** All that was taken is in the file. */
  public synchronized void commit() {
    for (var row : ring.all(committed, taken)) {
      unwrittenBytes -= row.memoryBytes();
    }
    committed = taken;
    while (ring.start() < committed && ring.memoryBytes() - unwrittenBytes > KEPT.bytes()) {
      ring.removeFirst();
    }
  }

  /** What was taken since the last commit did not get into the file. */
  public synchronized void rollBack() {
    taken = committed;
  }

  /** How many rows are not in the file yet. */
  public synchronized long unwritten() {
    return ring.end() - committed;
  }

  /** How many rows went before they were in the file. */
  public synchronized long lost() {
    return lost;
  }

  /** Makes rows of frames that nothing has followed for a while. */
  public synchronized void releaseOverdueFrames() {
    keeper.releaseOverdue(System.nanoTime());
  }

  /** Whether frames wait for what they carry. */
  public synchronized boolean hasKeptFrames() {
    return !keeper.isEmpty();
  }

  /** Whether there is more than should be, until there is much less again. */
  public synchronized boolean isPressed() {
    var mark = pressed ? LOW : HIGH;
    pressed = unwrittenBytes > mark.bytes();
    return pressed;
  }

  /** Waits until somebody is in a hurry, or the time is over. */
  public synchronized void awaitHurry(long nanos) throws InterruptedException {
    if (!hurried) {
      TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, nanos));
    }
  }

  /** Ends the waiting of the writer, for good. */
  public synchronized void hurry() {
    hurried = true;
    notifyAll();
  }
}
