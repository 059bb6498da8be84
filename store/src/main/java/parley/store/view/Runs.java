package parley.store.view;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What a view has found: a run of positions for each part of the log, filled from the newest part
 * to the oldest, and one for the rows that came later. Any thread may call it.
 */
public final class Runs {

  /** How many rows a part has, but for the last. */
  public static final int PART_ROWS = 32_768;

  private final long begun;
  private final List<Positions> parts = new ArrayList<>();
  private final Positions later = new Positions();
  private int untaken;
  private int unfinished;

  /** For a log that has {@code begun} rows now. */
  public Runs(long begun) {
    this.begun = begun;
    untaken = (int) ((begun + PART_ROWS - 1) / PART_ROWS);
    unfinished = untaken;
    Stream.generate(Positions::new).limit(untaken).forEach(parts::add);
  }

  /** How many rows there were at first. */
  public long total() {
    return begun;
  }

  /** The newest part that nobody looks at yet. */
  public synchronized OptionalInt take() {
    return untaken == 0 ? OptionalInt.empty() : OptionalInt.of(--untaken);
  }

  /** Where a part begins. */
  public long start(int part) {
    return (long) part * PART_ROWS;
  }

  /** Where a part ends. */
  public long end(int part) {
    return Math.min(begun, start(part + 1));
  }

  /** All of a part was looked at. */
  public synchronized void finish(int part, Positions found) {
    parts.set(part, found);
    unfinished--;
  }

  /** Whether all parts were looked at. */
  public synchronized boolean isComplete() {
    return unfinished == 0;
  }

  /** How many of the parts' rows were looked at, about. */
  public synchronized long scanned() {
    return begun - Math.min(begun, (long) unfinished * PART_ROWS);
  }

  /** Rows that came after the view began. */
  public synchronized void addLater(Positions found) {
    for (var i = 0; i < found.size(); i++) {
      later.add(found.at(i));
    }
  }

  /** How many positions were found. */
  public synchronized long size() {
    return all().mapToLong(Positions::size).sum();
  }

  private Stream<Positions> all() {
    return Stream.concat(parts.stream(), Stream.of(later));
  }

  /** The positions with the indexes from {@code from}, {@code count} at most. */
  public synchronized List<Long> window(long from, int count) {
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
  public synchronized long before(long position) {
    return all().mapToLong(run -> run.before(position)).sum();
  }
}
