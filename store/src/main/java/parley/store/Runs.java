package parley.store;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What a view has found: a run of positions for each part of the log, filled from the newest part
 * to the oldest, and one for the rows that came later. Any thread may call it.
 */
final class Runs {

  private final long begun;
  private final List<Positions> parts = new ArrayList<>();
  private final Positions later = new Positions();
  private int untaken;
  private int unfinished;

  /** For a log that has {@code begun} rows now. */
  Runs(long begun) {
    this.begun = begun;
    untaken = (int) ((begun + SessionLog.SCAN_ROWS - 1) / SessionLog.SCAN_ROWS);
    unfinished = untaken;
    Stream.generate(Positions::new).limit(untaken).forEach(parts::add);
  }

  long total() {
    return begun;
  }

  /** The newest part that nobody looks at yet. */
  synchronized OptionalInt take() {
    return untaken == 0 ? OptionalInt.empty() : OptionalInt.of(--untaken);
  }

  long start(int part) {
    return (long) part * SessionLog.SCAN_ROWS;
  }

  long end(int part) {
    return Math.min(begun, start(part + 1));
  }

  /** All of a part was looked at. */
  synchronized void finish(int part, Positions found) {
    parts.set(part, found);
    unfinished--;
  }

  synchronized boolean isComplete() {
    return unfinished == 0;
  }

  /** How many of the parts' rows were looked at, about. */
  synchronized long scanned() {
    return begun - Math.min(begun, (long) unfinished * SessionLog.SCAN_ROWS);
  }

  /** Rows that came after the view began. */
  synchronized void addLater(Positions found) {
    for (var i = 0; i < found.size(); i++) {
      later.add(found.at(i));
    }
  }

  synchronized long size() {
    return all().mapToLong(Positions::size).sum();
  }

  private Stream<Positions> all() {
    return Stream.concat(parts.stream(), Stream.of(later));
  }

  /** The positions with the indexes from {@code from}, {@code count} at most. */
  synchronized List<Long> window(long from, int count) {
    var window = new ArrayList<Long>();
    var start = 0L;
    for (var run : all().toList()) {
      for (var at = Math.max(0, from - start); at < run.size() && window.size() < count; at++) {
        window.add(run.at((int) at));
      }
      start += run.size();
    }
    return window;
  }

  /** How many positions are less than {@code position}. */
  synchronized long before(long position) {
    return all().mapToLong(run -> run.before(position)).sum();
  }
}
