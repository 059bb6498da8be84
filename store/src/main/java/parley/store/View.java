package parley.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import parley.store.row.Filter;
import parley.store.row.Row;
import parley.store.view.Positions;
import parley.store.view.Runs;

/**
 * The rows of a log that pass a filter, by an index from 0 for the oldest. While it fills, rows are
 * found from the newest to the oldest, so that indexes shift until {@link #isComplete}; then new
 * rows are added at the end. Any thread may call it; closing it cancels what goes on.
 */
public final class View implements AutoCloseable {

  /** Two at once fill two cores; more would only take them from the connections. */
  private static final int SCANNERS = 2;

  private static final long TELL_MILLIS = 50;

  private final SessionLog log;
  private final Filter filter;
  private final ViewWatcher watcher;
  private final Runs runs;
  private long followedTo;
  private boolean changed = true;
  private volatile @Nullable String problem;
  private volatile boolean closed;

  View(SessionLog log, Filter filter, ViewWatcher watcher) {
    this.log = log;
    this.filter = filter;
    this.watcher = watcher;
    followedTo = log.size();
    runs = new Runs(followedTo);
  }

  void start() {
    for (var i = 0; i < SCANNERS && !runs.isComplete(); i++) {
      thread(this::fill);
    }
    thread(this::follow);
  }

  private static void thread(Runnable work) {
    Thread.ofPlatform().daemon().name("parley-view").start(work);
  }

  private void fill() {
    try {
      for (var part = runs.take(); part.isPresent() && !closed; part = runs.take()) {
        var number = part.getAsInt();
        runs.finish(number, scan(runs.start(number), runs.end(number)));
        change();
      }
    } catch (RuntimeException failure) {
      fail(failure);
    }
  }

  private Positions scan(long from, long to) {
    var found = new Positions();
    log.scan(from, to, filter, found::add, () -> closed);
    return found;
  }

  /** Looks at rows that come later, and tells the watcher of them and of the others. */
  private void follow() {
    try {
      while (awaitChange()) {
        var end = log.size();
        for (; followedTo < end && !closed; followedTo = runEnd(end)) {
          runs.addLater(scan(followedTo, runEnd(end)));
        }
        if (!closed) {
          watcher.changed(this);
        }
        rest();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException failure) {
      fail(failure);
      watcher.changed(this);
    }
  }

  private long runEnd(long end) {
    return Math.min(end, followedTo + SessionLog.SCAN_ROWS);
  }

  private synchronized boolean awaitChange() throws InterruptedException {
    while (!changed && !closed && log.size() == followedTo) {
      wait();
    }
    changed = false;
    return !closed;
  }

  private synchronized void rest() throws InterruptedException {
    if (!closed) {
      TimeUnit.MILLISECONDS.timedWait(this, TELL_MILLIS);
    }
  }

  private synchronized void change() {
    changed = true;
    notifyAll();
  }

  /** There are new rows in the log. */
  synchronized void grown() {
    notifyAll();
  }

  private void fail(RuntimeException failure) {
    problem = String.valueOf(failure.getMessage());
    change();
  }

  /** How many rows were found. */
  public long size() {
    return runs.size();
  }

  /** How many of the rows that were there at first have been looked at, about. */
  public long scanned() {
    return runs.scanned();
  }

  /** How many rows were there at first. */
  public long total() {
    return runs.total();
  }

  /** Whether all rows that were there at first have been looked at. */
  public boolean isComplete() {
    return runs.isComplete();
  }

  /** Why the view does not fill any more, when it cannot. */
  public Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  /** The rows with the indexes from {@code from}, {@code count} at most. */
  public List<Row> rows(long from, int count) {
    var rows = new ArrayList<Row>();
    var wanted = runs.window(Math.max(0, from), count);
    for (var i = 0; i < wanted.size(); ) {
      var end = runOf(wanted, i);
      rows.addAll(log.rows(wanted.get(i), end - i));
      i = end;
    }
    return rows;
  }

  /** The positions with the indexes from {@code from}, {@code count} at most. */
  public List<Long> positions(long from, int count) {
    return runs.window(Math.max(0, from), count);
  }

  /** The end of the run of positions one after another that begins at {@code start}. */
  private static int runOf(List<Long> wanted, int start) {
    var end = start + 1;
    while (end < wanted.size() && wanted.get(end) == wanted.get(end - 1) + 1) {
      end++;
    }
    return end;
  }

  /** The index of the first row at or behind a position of the log. */
  public long indexOf(long position) {
    return runs.before(position);
  }

  /** The position of the next row behind {@code position}, or of the one before it. */
  public OptionalLong next(long position, boolean forward) {
    var index = forward ? indexOf(position + 1) : indexOf(position) - 1;
    var found = index < 0 ? List.<Long>of() : runs.window(index, 1);
    return found.isEmpty() ? OptionalLong.empty() : OptionalLong.of(found.getFirst());
  }

  /** Ends what goes on; what was found can still be read. */
  @Override
  public void close() {
    log.forget(this);
    end();
  }

  synchronized void end() {
    closed = true;
    notifyAll();
  }
}
