package parley.store.view;

import java.util.Arrays;

/** A growing list of positions in their order. Not for several threads. */
public final class Positions {

  private long[] all = new long[16];
  private int size;

  /** None yet. */
  public Positions() {}

  /** Adds one behind all others. */
  public void add(long position) {
    if (size == all.length) {
      all = Arrays.copyOf(all, size * 2);
    }
    all[size] = position;
    size++;
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /** The one at an index. */
  public long at(int index) {
    return all[index];
  }

  /** How many of them are less than {@code position}. */
  public int before(long position) {
    var found = Arrays.binarySearch(all, 0, size, position);
    return found < 0 ? -found - 1 : found;
  }
}
