package parley.store;

import java.util.Arrays;

/** A growing list of positions in their order. Not for several threads. */
final class Positions {

  private long[] all = new long[16];
  private int size;

  void add(long position) {
    if (size == all.length) {
      all = Arrays.copyOf(all, size * 2);
    }
    all[size] = position;
    size++;
  }

  int size() {
    return size;
  }

  long at(int index) {
    return all[index];
  }

  /** How many of them are less than {@code position}. */
  int before(long position) {
    var found = Arrays.binarySearch(all, 0, size, position);
    return found < 0 ? -found - 1 : found;
  }
}
